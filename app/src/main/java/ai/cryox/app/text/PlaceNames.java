package ai.cryox.app.text;

import java.util.HashMap;
import java.util.Map;

/// What people call their facilities, as far as it is known by now. One owner thread, the FX
/// thread.
public final class PlaceNames {
  private Map<String, String> names = Map.of();

  /// The name that somebody gave a facility, or else its id as people read it.
  public String of(String facilityId) {
    String name = names.get(facilityId);
    return name == null ? PlaceName.of(facilityId) : name;
  }

  /// Whether somebody gave it a name.
  public boolean isNamed(String facilityId) {
    return names.containsKey(facilityId);
  }

  /// Takes in what one of them is called from now on.
  public void rename(String facilityId, String name) {
    Map<String, String> changed = new HashMap<>(names);
    if (name.isBlank() || name.equals(facilityId)) {
      changed.remove(facilityId);
    } else {
      changed.put(facilityId, name);
    }
    names = Map.copyOf(changed);
  }

  /// Takes in what is known now.
  ///
  /// @param known names by facility id
  /// @return whether anything is called otherwise than before
  public boolean know(Map<String, String> known) {
    boolean isNews = !known.equals(names);
    names = Map.copyOf(known);
    return isNews;
  }
}
