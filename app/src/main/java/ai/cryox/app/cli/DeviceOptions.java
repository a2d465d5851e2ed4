package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.HashMap;
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
    return CommandLines.call(data.folder(), clock, call, with).getFirst();
  }
}
