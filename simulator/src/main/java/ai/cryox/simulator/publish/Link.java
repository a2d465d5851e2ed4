package ai.cryox.simulator.publish;

import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.fleet.SimulatedDevice;

/// How devices reach the broker.
public enum Link {
  /// Each by a connection of its own, on Azure IoT Hub's topics.
  DEVICE,
  /// One connection for each facility, on the plain topics.
  GATEWAY;

  /// The id with which a device's connection introduces itself.
  public String clientId(SimulatedDevice device) {
    return switch (this) {
      case DEVICE -> device.deviceId();
      case GATEWAY -> "gateway_" + device.facilityId();
    };
  }

  /// The topic for a kind of message. The plain topics have no property bag: there the payload's
  /// members tell what it is.
  public String topic(SimulatedDevice device, MessageKind kind) {
    return switch (this) {
      case DEVICE -> "devices/" + device.deviceId() + "/messages/events/" + propertyBag(kind);
      case GATEWAY -> "cryox/" + device.facilityId() + "/" + device.deviceId() + "/telemetry";
    };
  }

  private static String propertyBag(MessageKind kind) {
    return switch (kind) {
      case READING -> "";
      case TELEMETRY -> "messageType=telemetry";
      case STATUS -> "messageType=status";
      case ALERT -> "alert=true";
    };
  }
}
