package ai.cryox.core.identity;

import java.time.Instant;

/// A device that has proven who it is, for one connection.
///
/// @param deviceId who it is
/// @param facilityId the facility it speaks about
/// @param gateway whether it may speak for every device of that facility
/// @param proof what it showed: the proof of its {@link Credential}, or its certificate's serial
///   number
/// @param expiresAt when what it showed ends, and the connection with it
public record Principal(
    String deviceId, String facilityId, boolean gateway, String proof, Instant expiresAt) {

  /// Whether it may publish to this topic.
  public boolean mayPublish(String topic) {
    return topic.equals("devices/" + deviceId + "/messages/events")
        || topic.startsWith("devices/" + deviceId + "/messages/events/")
        || topic.startsWith("$iothub/twin/")
        || topic.startsWith("$iothub/methods/res/")
        || isTelemetry(topic);
  }

  /// `cryox/{facilityId}/{deviceId}/telemetry`.
  private boolean isTelemetry(String topic) {
    String[] level = topic.split("/", -1);
    return level.length == 4
        && level[0].equals("cryox")
        && level[1].equals(facilityId)
        && (gateway || level[2].equals(deviceId))
        && level[3].equals("telemetry");
  }

  /// Whether it may subscribe to this filter: what is sent to this device, and nothing else.
  public boolean maySubscribe(String filter) {
    return filter.startsWith("devices/" + deviceId + "/")
        || filter.startsWith("$iothub/twin/")
        || filter.startsWith("$iothub/methods/POST/");
  }
}
