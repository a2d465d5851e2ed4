package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox device disable`: turns a device away.
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = "Turn a device away, whatever it shows; a connection that it has ends.")
public final class DeviceDisableCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceDisableCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    device.call(clock, "device/disable", Map.of());
    CommandLines.out(spec)
        .printf(
            "%1$s is disabled. `cryox device confirm %1$s` lets it in again.%n", device.deviceId());
    return 0;
  }
}
