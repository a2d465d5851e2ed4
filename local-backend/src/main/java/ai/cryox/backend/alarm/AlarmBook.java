package ai.cryox.backend.alarm;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The active alarms, when those that are put aside for a time come back, and the writing down of
/// every transition: one line of the journal and one of the audit trail. Belongs to the pipeline's
/// thread.
final class AlarmBook {
  /// How the audit trail calls the backend itself.
  static final String BACKEND = "cryox";

  private final Fleet fleet;
  private final Predicate<String> isKnown;
  private final Map<String, Alarm> active = new TreeMap<>();
  private final NavigableSet<Due> due =
      new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::alarmId));

  private record Due(Instant at, String alarmId) {}

  /// @param isKnown whether an alarm of this id was ever stored
  AlarmBook(Fleet fleet, Predicate<String> isKnown) {
    this.fleet = fleet;
    this.isKnown = isKnown;
  }

  /// The active alarms, by id; a view.
  Collection<Alarm> active() {
    return Collections.unmodifiableCollection(active.values());
  }

  /// The active alarm of this id, or `null`.
  @Nullable Alarm find(String alarmId) {
    return active.get(alarmId);
  }

  /// The active alarm of a device or a part of the system, or `null`.
  @Nullable Alarm find(AlarmKey key) {
    return fleet.alarm(key);
  }

  /// Whether there ever was an alarm of this id.
  boolean isKnown(String alarmId) {
    return active.containsKey(alarmId) || isKnown.test(alarmId);
  }

  /// The id of an alarm that begins at this time.
  static String idOf(AlarmKey key, Instant time) {
    return key.deviceId() + "_" + key.condition() + "_" + time.toEpochMilli();
  }

  /// An id that no alarm ever had: two can begin at one time, if the first was over at once. While
  /// the store is in trouble it cannot be asked.
  String freshId(AlarmKey key, Instant time, Batch batch) {
    String base = idOf(key, time);
    String id = base;
    boolean askable = key.condition() != Condition.STORE;
    for (int i = 2; batch.alarms.containsKey(id) || (askable && isKnown(id)); i++) {
      id = base + "_" + i;
    }
    return id;
  }

  /// The alarms whose time on hold has run out, the one that was due first first.
  List<Alarm> dueBy(Instant now) {
    List<Alarm> found = new ArrayList<>();
    for (Due next : due) {
      Alarm alarm = active.get(next.alarmId());
      if (next.at().isAfter(now)) {
        break;
      }
      if (alarm != null) {
        found.add(alarm);
      }
    }
    return found;
  }

  /// Takes over an alarm without writing anything down.
  void remember(Alarm alarm) {
    Alarm before = active.get(alarm.alarmId());
    if (before != null) {
      forgetDue(before);
    }
    if (alarm.state().isActive()) {
      active.put(alarm.alarmId(), alarm);
      Hold hold = alarm.hold();
      Instant until = hold == null ? null : hold.until();
      if (until != null) {
        due.add(new Due(until, alarm.alarmId()));
      }
    } else {
      active.remove(alarm.alarmId());
    }
    fleet.put(alarm);
  }

  private void forgetDue(Alarm alarm) {
    Hold hold = alarm.hold();
    Instant until = hold == null ? null : hold.until();
    if (until != null) {
      due.remove(new Due(until, alarm.alarmId()));
    }
  }

  /// Takes over an alarm that changed without a transition.
  void update(Alarm alarm, Batch batch) {
    remember(alarm);
    batch.alarms.put(alarm.alarmId(), alarm);
  }

  /// Takes over an alarm after a transition and writes that down.
  void record(Alarm before, Alarm after, Cause cause, Batch batch) {
    update(after, batch);
    Hold hold = after.hold();
    AlarmChange change =
        new AlarmChange(
            after.alarmId(),
            batch.now(),
            cause.time(),
            cause.event(),
            before.state(),
            after.state(),
            after.severity(),
            after.value(),
            cause.actor(),
            cause.comment(),
            hold == null ? null : hold.until());
    batch.changes.add(change);
    batch.audit.add(audit(after, change));
  }

  private static AuditEntry audit(Alarm alarm, AlarmChange change) {
    String said = change.comment().isEmpty() ? "" : ": " + change.comment();
    return AuditEntry.done(
        change.at(),
        change.actor().isEmpty() ? BACKEND : change.actor(),
        "alarm." + change.event().name().toLowerCase(Locale.ROOT),
        alarm.isSystem() ? null : alarm.deviceId(),
        "%s %s, %s: %s to %s%s"
            .formatted(
                alarm.alarmId(),
                alarm.condition(),
                change.severity(),
                change.from(),
                change.to(),
                said));
  }
}
