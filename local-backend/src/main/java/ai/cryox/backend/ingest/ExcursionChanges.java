package ai.cryox.backend.ingest;

import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker.Waypoint;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.excursion.Excursion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one group commit makes durable of excursions. The stretches found anew come first.
public final class ExcursionChanges {
  /// A stretch of a device's time whose excursions were found anew: what was there goes.
  ///
  /// @param from epoch milliseconds; excursions that began before stay
  public record Anew(String deviceId, long from) {}

  /// A place at which the evaluation of a device can begin again.
  public record DeviceWaypoint(String deviceId, Waypoint waypoint) {}

  /// Other limits for a device's readings from a time on.
  ///
  /// @param before those that held until then
  /// @param changedAt when that was decided, by the backend's clock
  public record LimitsChange(
      String deviceId,
      Instant from,
      StorageProfile before,
      StorageProfile after,
      Instant changedAt) {}

  /// Stretches found anew.
  public final List<Anew> anew = new ArrayList<>();

  /// Excursions, as they are now.
  public final Map<String, Excursion> now = new LinkedHashMap<>();

  /// What trackers remember of devices; empty of one that need not be remembered any more.
  public final Map<String, Optional<ExcursionMemory>> memories = new LinkedHashMap<>();

  /// Where evaluations can begin again.
  public final List<DeviceWaypoint> waypoints = new ArrayList<>();

  /// Other limits.
  public final List<LimitsChange> limits = new ArrayList<>();

  /// From when on devices must be evaluated again; empty if they need not any more.
  public final Map<String, Optional<Instant>> due = new LinkedHashMap<>();

  boolean hasChanges() {
    return !anew.isEmpty()
        || !now.isEmpty()
        || !memories.isEmpty()
        || !waypoints.isEmpty()
        || !limits.isEmpty()
        || !due.isEmpty();
  }
}
