package ai.cryox.backend;

import ai.cryox.core.backend.Control;
import java.util.List;
import java.util.Map;

/// Hands each call to the part of the backend that its first word names.
///
/// @param areas by that word
record BackendControl(Map<String, Control> areas) implements Control {
  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    Control area = areas.get(call.substring(0, Math.max(0, call.indexOf('/'))));
    if (area == null) {
      throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    }
    return area.call(call, with);
  }
}
