package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox device token`: makes a token.
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Make a token: the password of a device with keys.")
public final class DeviceTokenCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--hours",
      defaultValue = "24",
      description = "How long it opens. Usual: ${DEFAULT-VALUE}.")
  private String hours = "24";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "What the device calls this server. Usual: this machine's name.")
  private @Nullable String host;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceTokenCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Map<String, String> with = new HashMap<>(Map.of("hours", hours));
    if (host != null) {
      with.put("host", host);
    }
    new DeviceFacts(CommandLines.out(spec)).token(device.call(clock, "device/token", with));
    return 0;
  }
}
