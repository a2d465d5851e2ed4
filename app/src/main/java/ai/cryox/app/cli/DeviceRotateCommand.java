package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox device rotate`: replaces what a device proves itself with.
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description =
        "Replace what a device proves itself with. With keys or thumbprints the new one becomes the"
            + " primary one, the former primary the secondary, and the former secondary opens"
            + " nothing any more. Certificates of the authority are all revoked; make a new one"
            + " with `cryox device cert`.")
public final class DeviceRotateCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--thumbprint",
      paramLabel = "HEX",
      description = "The SHA-256 of the new certificate, for a device that is known by one.")
  private @Nullable String thumbprint;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceRotateCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Map<String, String> with = thumbprint == null ? Map.of() : Map.of("thumbprint", thumbprint);
    new DeviceFacts(CommandLines.out(spec)).rotated(device.call(clock, "device/rotate", with));
    return 0;
  }
}
