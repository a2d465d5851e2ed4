package ai.cryox.backend.excursion;

import ai.cryox.backend.ingest.ExcursionChanges;
import ai.cryox.backend.ingest.ExcursionChanges.DeviceWaypoint;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.excursion.Excursion;
import java.util.List;
import java.util.Optional;

/// One device's tracker, and what of it is stored. Belongs to the pipeline's thread.
///
/// What lasts is stored when it begins, when it ends, and once a minute of event time: after a
/// restart the tracker goes on from there with the readings that came since.
final class Tracked {
  private static final long BETWEEN_SAVES_MILLIS = 60_000;

  private final String deviceId;
  private ExcursionTracker tracker;
  private boolean stored;
  private long storedAt;
  private int open;

  /// @param stored whether the store has a memory of it
  Tracked(String deviceId, ExcursionTracker tracker, boolean stored) {
    this.deviceId = deviceId;
    this.tracker = tracker;
    this.stored = stored;
    storedAt = tracker.newest();
    open = tracker.open().size();
  }

  String deviceId() {
    return deviceId;
  }

  ExcursionTracker tracker() {
    return tracker;
  }

  /// Goes on with another tracker, of which all is to be stored.
  void replace(ExcursionTracker other, ExcursionChanges changes) {
    tracker = other;
    save(changes);
  }

  /// Whether there may be something to store.
  boolean isTouched() {
    return stored || !tracker.isIdle() || tracker.hasNews();
  }

  /// Stores what must not be forgotten, if it is time to.
  void saveIfDue(ExcursionChanges changes) {
    boolean idle = tracker.isIdle();
    if (tracker.hasNews()
        || idle == stored
        || tracker.openCount() != open
        || (!idle && tracker.newest() - storedAt >= BETWEEN_SAVES_MILLIS)) {
      save(changes);
    }
  }

  void save(ExcursionChanges changes) {
    List<Excursion> lasting = tracker.open();
    tracker.takeEnded().forEach(ended -> changes.now.put(ended.excursionId(), ended));
    lasting.forEach(one -> changes.now.put(one.excursionId(), one));
    tracker
        .takeWaypoints()
        .forEach(waypoint -> changes.waypoints.add(new DeviceWaypoint(deviceId, waypoint)));
    boolean idle = tracker.isIdle();
    if (!idle || stored) {
      changes.memories.put(deviceId, idle ? Optional.empty() : Optional.of(tracker.memory()));
    }
    stored = !idle;
    storedAt = tracker.newest();
    open = lasting.size();
  }
}
