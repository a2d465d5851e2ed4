package ai.cryox.backend.identity;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.device.Device;
import org.jspecify.annotations.Nullable;

/// Where people say in which zone a device stands and what it is called. What they say is durable
/// and in the audit trail when a method returns. Any thread but the pipeline's.
final class PlaceDesk {
  private static final int LONGEST = 200;

  private final Fleet fleet;
  private final PipelineAgent agent;

  /// @param fleet touched on the pipeline's thread only
  PlaceDesk(Fleet fleet, PipelineAgent agent) {
    this.fleet = fleet;
    this.agent = agent;
  }

  /// Says where in its facility a device stands from now on.
  ///
  /// @param zone empty for none, `null` if that stays
  /// @param name for people, `null` if that stays
  /// @throws IllegalArgumentException with a sentence if there is no such device, or it makes no
  ///   sense
  void place(String deviceId, @Nullable String zone, @Nullable String name, String who) {
    requireShort(zone);
    requireShort(name);
    if (name != null && name.isBlank()) {
      throw new IllegalArgumentException("A device needs a name.");
    }
    if (zone == null && name == null) {
      throw new IllegalArgumentException("Say a zone, a name, or both.");
    }
    agent.change(batch -> {
      DeviceState state = fleet.find(deviceId);
      if (state == null) {
        throw new IllegalArgumentException("There is no device " + deviceId + ".");
      }
      Device before = state.device();
      String newZone = zone == null ? before.zone() : zone.strip();
      String newName = name == null ? before.name() : name.strip();
      batch.deviceChanges.add(
          new DeviceChange(deviceId, entry -> entry.withPlace(newZone, newName)));
      batch.audit.add(
          AuditEntry.done(batch.now(), who, "device.register", deviceId, "Changed in the registry.")
              .changing(
                  String.valueOf(before), String.valueOf(before.withPlace(newZone, newName))));
      return deviceId;
    });
  }

  private static void requireShort(@Nullable String text) {
    if (text != null && text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A zone or a name has %d letters at most, not %d.".formatted(LONGEST, text.length()));
    }
  }
}
