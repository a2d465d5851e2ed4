package ai.cryox.simulator.control;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.Incoming;
import ai.cryox.simulator.publish.Reaction;
import ai.cryox.simulator.publish.Reaction.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One device's obedience: it takes over what its twin desires, reports it, and answers the direct
/// methods `reboot`, `identify` and `setSamplingRate`. For one thread.
final class DeviceControl {
  private static final String GET = "$iothub/twin/GET/?$rid=twin";
  private static final String TWIN = "$iothub/twin/res/200/?$rid=twin";
  private static final String DESIRED = "$iothub/twin/PATCH/properties/desired/";
  private static final String REPORT = "$iothub/twin/PATCH/properties/reported/?$rid=report";
  private static final Pattern METHOD =
      Pattern.compile("\\$iothub/methods/POST/([^/]+)/\\?\\$rid=(.+)");

  private final SimulatedDevice device;
  private final Consumer<DeviceConfiguration> apply;
  private final Desired desired = new Desired();
  private DeviceConfiguration current;

  /// @param apply makes the device work with another configuration
  DeviceControl(SimulatedDevice device, Consumer<DeviceConfiguration> apply) {
    this.device = device;
    this.apply = apply;
    this.current = device.configuration();
  }

  Reaction begin() {
    return Reaction.of(new Saying(GET, new byte[0]), report());
  }

  Reaction hear(Incoming incoming) {
    String topic = incoming.topic();
    Matcher method = METHOD.matcher(topic);
    if (method.matches()) {
      return answer(method.group(1), method.group(2), incoming.payload());
    }
    boolean changed =
        topic.equals(TWIN)
            ? desired.takeAll(incoming.payload())
            : topic.startsWith(DESIRED) && desired.takePatch(incoming.payload());
    return changed && work(desired.over(device.configuration()))
        ? Reaction.of(report())
        : Reaction.NONE;
  }

  private boolean work(DeviceConfiguration next) {
    if (next.equals(current)) {
      return false;
    }
    current = next;
    apply.accept(next);
    return true;
  }

  private Saying report() {
    return new Saying(REPORT, ControlJson.configuration(current));
  }

  private Reaction answer(String method, String rid, byte[] payload) {
    return switch (method) {
      case "reboot" ->
          new Reaction(List.of(result(200, rid, ControlJson.message("Restarting."))), true);
      case "identify" -> Reaction.of(result(200, rid, ControlJson.identity(device)));
      case "setSamplingRate" -> setSamplingRate(rid, ControlJson.samplingRate(payload));
      default ->
          Reaction.of(result(404, rid, ControlJson.message("There is no method " + method + ".")));
    };
  }

  /// Holds until the twin desires something else.
  private Reaction setSamplingRate(String rid, @Nullable Integer seconds) {
    DeviceConfiguration next = new DeviceConfiguration(seconds, current.alertThresholds());
    if (seconds == null || next.problem() != null) {
      String sentence = "samplingRate must be a whole number of seconds, 1 to 86400.";
      return Reaction.of(result(400, rid, ControlJson.message(sentence)));
    }
    List<Saying> said = new ArrayList<>();
    said.add(result(200, rid, ControlJson.configuration(next)));
    if (work(next)) {
      said.add(report());
    }
    return new Reaction(said, false);
  }

  private static Saying result(int status, String rid, byte[] payload) {
    return new Saying("$iothub/methods/res/%d/?$rid=%s".formatted(status, rid), payload);
  }
}
