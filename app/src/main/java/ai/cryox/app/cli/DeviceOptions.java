package ai.cryox.app.cli;

import ai.cryox.app.wiring.Reach;
import ai.cryox.core.backend.BackendException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Which device of which data folder.
final class DeviceOptions {
  @Mixin private DataOptions data = new DataOptions();

  @Parameters(paramLabel = "DEVICE", description = "The device's id.")
  private String deviceId = "";

  String deviceId() {
    return deviceId;
  }

  /// Calls about this device.
  ///
  /// @return the one row of the answer
  Map<String, String> call(InstantSource clock, String call, Map<String, String> more) {
    Map<String, String> with = new HashMap<>(more);
    with.put("deviceId", deviceId);
    return call(data, clock, call, with).getFirst();
  }

  /// @throws BackendException with a sentence if it cannot be done or makes no sense
  static List<Map<String, String>> call(
      DataOptions data, InstantSource clock, String call, Map<String, String> with) {
    try (Reach reach = Reach.open(data.folder(), clock, CommandLines.userName())) {
      return reach.call(call, with);
    } catch (IllegalArgumentException refused) {
      throw new BackendException(String.valueOf(refused.getMessage()), refused);
    }
  }
}
