package ai.cryox.simulator.control;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.Ear;
import ai.cryox.simulator.publish.Incoming;
import ai.cryox.simulator.publish.Reaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Listens for all devices of a fleet that have a connection of their own. For one thread.
public final class FleetControl implements Ear {
  private final Map<String, DeviceControl> controls = new HashMap<>();

  /// @param apply makes a device work with another configuration
  public FleetControl(Fleet fleet, BiConsumer<SimulatedDevice, DeviceConfiguration> apply) {
    for (SimulatedDevice device : fleet.devices()) {
      controls.put(
          device.deviceId(), new DeviceControl(device, next -> apply.accept(device, next)));
    }
  }

  /// A gateway's connection speaks for many devices, and has no twin of its own.
  @Override
  public List<String> filters(String clientId) {
    return controls.containsKey(clientId)
        ? List.of(
            "$iothub/twin/res/#",
            "$iothub/twin/PATCH/properties/desired/#",
            "$iothub/methods/POST/#",
            "devices/" + clientId + "/messages/devicebound/#")
        : List.of();
  }

  @Override
  public Reaction begin(String clientId) {
    DeviceControl control = controls.get(clientId);
    return control == null ? Reaction.NONE : control.begin();
  }

  @Override
  public Reaction hear(Incoming incoming) {
    DeviceControl control = controls.get(incoming.clientId());
    return control == null ? Reaction.NONE : control.hear(incoming);
  }
}
