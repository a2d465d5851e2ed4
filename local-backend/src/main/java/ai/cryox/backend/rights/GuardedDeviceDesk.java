package ai.cryox.backend.rights;

import ai.cryox.core.backend.Control;
import ai.cryox.core.people.Action;
import java.util.List;
import java.util.Map;

/// What one person may see and do of the credentials of devices: those of the facilities whose
/// registry is theirs.
record GuardedDeviceDesk(Control desk, Rights rights) implements Control {
  private static final String LIST = "device/list";
  private static final String ADD = "device/add";

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    rights.requireSomewhere(Action.REGISTER_DEVICE);
    if (call.equals(LIST)) {
      return desk.call(LIST, with).stream().filter(row -> rights.watches(place(row))).toList();
    }
    if (call.equals(ADD)) {
      rights.require(Action.REGISTER_DEVICE, place(with));
    }
    String known = placeOf(with.getOrDefault("deviceId", ""));
    if (!known.isEmpty()) {
      rights.require(Action.REGISTER_DEVICE, known);
    }
    return desk.call(call, with);
  }

  /// Where a device is that is registered or has credentials; empty of one that nobody knows, which
  /// is refused as such.
  private String placeOf(String deviceId) {
    return desk.call(LIST, Map.of()).stream()
        .filter(row -> deviceId.equals(row.get("deviceId")))
        .map(GuardedDeviceDesk::place)
        .findFirst()
        .orElse("");
  }

  private static String place(Map<String, String> texts) {
    return texts.getOrDefault("facilityId", "");
  }
}
