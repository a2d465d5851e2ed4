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

/// `cryox device place`: says where in its facility a device stands, and what it is called.
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description =
        "Say in which zone of its facility a device stands from now on, or what it is called."
            + " Reports name both places and the time of a move.")
public final class DevicePlaceCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(names = "--zone", paramLabel = "ZONE", description = "The part of the facility.")
  private @Nullable String zone;

  @Option(names = "--name", paramLabel = "NAME", description = "What people call it.")
  private @Nullable String name;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DevicePlaceCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    CommandLines.require(zone != null || name != null, spec, "Give --zone, --name, or both.");
    Map<String, String> with = new HashMap<>();
    if (zone != null) {
      with.put("zone", zone);
    }
    if (name != null) {
      with.put("name", name);
    }
    device.call(clock, "device/place", with);
    CommandLines.out(spec).printf("%s %s.%n", device.deviceId(), words());
    return 0;
  }

  private String words() {
    if (zone == null) {
      return "has another name";
    }
    return zone.isBlank() ? "is in no zone" : "is in " + zone.strip();
  }
}
