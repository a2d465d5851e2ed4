package ai.cryox.backend.live;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveOrder;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Makes the snapshot that everybody looks at. Written by the pipeline's thread, read by any.
///
/// Values are published at most ten times a second, a change of an alarm at once.
public final class LiveState implements LiveFeed {
  private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(100);

  /// The vital signs move even when no device speaks.
  private static final Duration LONGEST_STANDING = Duration.ofSeconds(1);

  private final Fleet fleet;
  private final Collection<Alarm> activeAlarms;
  private final Supplier<List<Escalation>> escalations;
  private final VitalSigns vitalSigns;
  private List<DeviceState> ordered = new ArrayList<>();
  private long orderedVersion = -1;
  private long version;
  private boolean changed = true;
  private volatile LiveSnapshot latest;

  /// @param activeAlarms a view of the desk's memory
  /// @param escalations those that run, the next call first
  public LiveState(
      Fleet fleet,
      Collection<Alarm> activeAlarms,
      Supplier<List<Escalation>> escalations,
      VitalSigns vitalSigns,
      Instant now) {
    this.fleet = fleet;
    this.activeAlarms = activeAlarms;
    this.escalations = escalations;
    this.vitalSigns = vitalSigns;
    this.latest = snapshot(now, vitalSigns.read(now, null));
  }

  @Override
  public LiveSnapshot latest() {
    return latest;
  }

  /// Publishes what a durable batch changed.
  public void publish(Batch batch) {
    vitalSigns.count(batch);
    changed |= batch.hasChanges();
    boolean urgent = !batch.changes.isEmpty();
    boolean due = isOlderThan(BETWEEN_SNAPSHOTS, batch.now());
    if (urgent || (due && (changed || isOlderThan(LONGEST_STANDING, batch.now())))) {
      latest = snapshot(batch.now(), vitalSigns.read(batch.now(), null));
      changed = false;
    }
  }

  /// Publishes that nothing can be stored now, and why; values stay as they were last stored. The
  /// alarm about it is seen before it is stored.
  public void publishTrouble(Instant now, String trouble) {
    latest =
        new LiveSnapshot(
            ++version,
            now,
            latest.devices(),
            withTrouble(),
            latest.escalations(),
            vitalSigns.read(now, trouble));
  }

  private List<Alarm> withTrouble() {
    Predicate<Alarm> isTrouble = alarm -> alarm.condition() == Condition.STORE;
    List<Alarm> alarms = new ArrayList<>(latest.alarms());
    alarms.removeIf(isTrouble);
    fleet.systemAlarms().stream().filter(isTrouble).forEach(alarms::add);
    alarms.sort(LiveOrder.ALARMS);
    return alarms;
  }

  /// How old the latest snapshot is cannot be told after the clock was set back: then old enough.
  private boolean isOlderThan(Duration age, Instant now) {
    return now.isBefore(latest.at()) || !now.isBefore(latest.at().plus(age));
  }

  private LiveSnapshot snapshot(Instant now, Vitals vitals) {
    if (orderedVersion != fleet.registryVersion()) {
      ordered = new ArrayList<>(fleet.all());
      ordered.sort((a, b) -> LiveOrder.DEVICES.compare(a.live(), b.live()));
      orderedVersion = fleet.registryVersion();
    }
    List<DeviceLive> devices = new ArrayList<>(ordered.size());
    ordered.forEach(state -> devices.add(state.live()));
    List<Alarm> alarms = new ArrayList<>(activeAlarms);
    alarms.sort(LiveOrder.ALARMS);
    return new LiveSnapshot(++version, now, devices, alarms, escalations.get(), vitals);
  }
}
