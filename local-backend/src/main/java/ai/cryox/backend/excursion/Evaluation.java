package ai.cryox.backend.excursion;

import ai.cryox.backend.excursion.DueList.Due;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.ExcursionTracker.Waypoint;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.reading.ReadingStore;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One device's readings, evaluated again from the last waypoint before what changed to the newest
/// that is stored. Any thread.
///
/// @param from epoch milliseconds: excursions that began before are left as they are
/// @param tracker as of the newest reading, with all that it found
record Evaluation(Due due, long from, ExcursionTracker tracker) {
  static Evaluation of(Due due, ReadingStore readings, SqliteExcursionStore store) {
    long day = due.from() - Math.floorMod(due.from(), ExcursionTracker.STRIDE_MILLIS);
    Waypoint found = store.waypoint(due.deviceId(), day);
    boolean calm = found == null || found.memory().isCalm();
    long from = found == null || calm ? day : found.time();
    ExcursionMemory memory = found == null || calm ? ExcursionMemory.EMPTY : found.memory();
    NavigableMap<Long, StorageProfile> limits = store.limits(due.deviceId());
    Map.Entry<Long, StorageProfile> first = limits.floorEntry(from);
    ExcursionTracker tracker =
        new ExcursionTracker(
            due.deviceId(),
            due.facilityId(),
            first == null ? due.profile() : first.getValue(),
            due.longestGap(),
            memory);
    Run run = new Run(tracker, new TreeMap<>(limits.tailMap(from, false)));
    readings.forEachTemperature(due.deviceId(), from, Long.MAX_VALUE, run::take);
    run.relimitUntil(Long.MAX_VALUE);
    return new Evaluation(due, from, tracker);
  }

  /// Takes readings, and other limits where they began to hold.
  private static final class Run {
    private final ExcursionTracker tracker;
    private final NavigableMap<Long, StorageProfile> limits;
    private long next;

    Run(ExcursionTracker tracker, NavigableMap<Long, StorageProfile> limits) {
      this.tracker = tracker;
      this.limits = limits;
      next = limits.isEmpty() ? Long.MAX_VALUE : limits.firstKey();
    }

    void take(long time, double temperature, boolean late) {
      if (time >= next) {
        relimitUntil(time);
      }
      tracker.add(time, temperature, late);
    }

    void relimitUntil(long time) {
      while (!limits.isEmpty() && limits.firstKey() <= time) {
        tracker.relimit(limits.pollFirstEntry().getValue());
      }
      next = limits.isEmpty() ? Long.MAX_VALUE : limits.firstKey();
    }
  }
}
