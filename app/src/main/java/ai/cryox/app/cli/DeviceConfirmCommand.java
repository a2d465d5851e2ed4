package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox device confirm`: lets a device in.
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description =
        "Let a device in: one that registered itself is confirmed, one that was disabled is"
            + " enabled.")
public final class DeviceConfirmCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceConfirmCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    device.call(clock, "device/confirm", Map.of());
    CommandLines.out(spec).printf("%s is confirmed.%n", device.deviceId());
    return 0;
  }
}
