package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Escalation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The escalations that run, in the order in which they are due. Belongs to the pipeline's thread.
final class Agenda {
  private final Map<String, Running> running = new HashMap<>();
  private final TreeSet<Due> due =
      new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::alarmId));
  private boolean changed;
  private List<Escalation> all = List.of();

  /// @param alarm as it is
  record Running(Escalation escalation, Alarm alarm) {}

  private record Due(Instant at, String alarmId) {}

  @Nullable Running find(String alarmId) {
    return running.get(alarmId);
  }

  boolean has(String alarmId) {
    return running.containsKey(alarmId);
  }

  void put(Escalation escalation, Alarm alarm) {
    boolean same = isShown(escalation);
    boolean shown = changed;
    remove(escalation.alarmId());
    running.put(escalation.alarmId(), new Running(escalation, alarm));
    Instant at = escalation.dueAt();
    if (at != null) {
      due.add(new Due(at, escalation.alarmId()));
    }
    changed = shown || !same;
  }

  private boolean isShown(Escalation escalation) {
    Running before = running.get(escalation.alarmId());
    return before != null && before.escalation().equals(escalation);
  }

  void remove(String alarmId) {
    Running before = running.remove(alarmId);
    Instant at = before == null ? null : before.escalation().dueAt();
    if (at != null) {
      due.remove(new Due(at, alarmId));
    }
    changed |= before != null;
  }

  /// What is due, the longest due first.
  List<Running> due(Instant now) {
    List<Running> ready = new ArrayList<>();
    for (Due next : due) {
      if (next.at().isAfter(now)) {
        break;
      }
      Running found = running.get(next.alarmId());
      if (found != null) {
        ready.add(found);
      }
    }
    return ready;
  }

  Collection<Running> everything() {
    return List.copyOf(running.values());
  }

  /// The next call first; the same object until something changes.
  List<Escalation> all() {
    if (changed) {
      all =
          running.values().stream()
              .map(Running::escalation)
              .sorted(
                  Comparator.comparing(
                          Escalation::nextAt, Comparator.nullsLast(Comparator.naturalOrder()))
                      .thenComparing(Escalation::alarmId))
              .toList();
      changed = false;
    }
    return all;
  }
}
