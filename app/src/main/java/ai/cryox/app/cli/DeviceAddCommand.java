package ai.cryox.app.cli;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox device add`: gives a device its first credentials.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Give a device its first credentials, and put it into the registry. Keys unless something"
            + " else is said.")
public final class DeviceAddCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--facility",
      paramLabel = "ID",
      required = true,
      description = "The facility it speaks about.")
  private String facility = "";

  @ArgGroup private Method method = new Method();

  @Option(
      names = "--gateway",
      description =
          "It may speak for every device of its facility, on the topics"
              + " cryox/{facility}/{device}/telemetry.")
  private boolean gateway;

  @Option(names = "--name", description = "What people call it. Usual: its id.")
  private String name = "";

  @Option(names = "--zone", description = "The part of the facility it stands in.")
  private String zone = "";

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "Its storage profile, which says the limits.")
  private String profile = "";

  /// What it shows; one of them.
  private static final class Method {
    @Option(
        names = "--certificate",
        description = "A certificate that the facility's own authority signs.")
    private boolean certificate;

    @Option(
        names = "--thumbprint",
        paramLabel = "HEX",
        description = "A certificate of its own making: the SHA-256 of it.")
    private @Nullable String thumbprint;
  }

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceAddCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Map<String, String> with = new HashMap<>();
    with.put("facilityId", facility);
    with.put("method", words(method));
    with.put("gateway", Boolean.toString(gateway));
    with.put("name", name);
    with.put("zone", zone);
    with.put("profile", profile);
    String thumbprint = method.thumbprint;
    if (thumbprint != null) {
      with.put("thumbprint", thumbprint);
    }
    new DeviceFacts(CommandLines.out(spec)).added(device.call(clock, "device/add", with));
    return 0;
  }

  private static String words(Method method) {
    if (method.certificate) {
      return "authority";
    }
    return method.thumbprint == null ? "keys" : "thumbprint";
  }
}
