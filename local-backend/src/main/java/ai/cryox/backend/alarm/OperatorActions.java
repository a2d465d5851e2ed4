package ai.cryox.backend.alarm;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people do to alarms. All give the alarms that changed; of two people who do the same, the
/// second gets nothing. Belongs to the pipeline's thread.
public final class OperatorActions {
  /// Shelving again must change the end by this much to be a change at all: two people who shelve
  /// the same alarm at once do it once.
  private static final Duration SAME_END = Duration.ofMinutes(1);

  private final Fleet fleet;
  private final AlarmBook book;
  private final Holds holds;
  private final Supplier<AlarmDesign> design;

  OperatorActions(Fleet fleet, AlarmBook book, Holds holds, Supplier<AlarmDesign> design) {
    this.fleet = fleet;
    this.book = book;
    this.holds = holds;
    this.design = design;
  }

  /// Somebody has seen alarms, or takes the shelved ones back, or does anything else that needs no
  /// hold.
  public List<Alarm> move(
      Collection<String> alarmIds, AlarmEvent event, String actor, String comment, Batch batch) {
    List<Alarm> changed = new ArrayList<>();
    for (String alarmId : new LinkedHashSet<>(alarmIds)) {
      add(changed, move(book.find(alarmId), event, actor, comment, null, batch));
    }
    return changed;
  }

  /// The same for alarms named by what they are of.
  public List<Alarm> release(
      Collection<AlarmKey> keys, AlarmEvent event, String actor, String comment, Batch batch) {
    List<Alarm> changed = new ArrayList<>();
    for (AlarmKey key : new LinkedHashSet<>(keys)) {
      add(changed, move(book.find(key), event, actor, comment, null, batch));
    }
    return changed;
  }

  /// Puts alarms on the shelf.
  ///
  /// @throws IllegalArgumentException with a sentence; nothing was changed
  public List<Alarm> shelve(
      Collection<AlarmKey> keys, Duration lasting, String actor, String reason, Batch batch) {
    refuseIf(timeProblem(lasting));
    Hold hold = new Hold(batch.now(), batch.now().plus(lasting), actor, reason);
    return putAside(keys, AlarmEvent.SHELVE, hold, batch);
  }

  /// Takes alarms out of service.
  ///
  /// @throws IllegalArgumentException with a sentence; nothing was changed
  public List<Alarm> takeOutOfService(
      Collection<AlarmKey> keys, String actor, String reason, Batch batch) {
    Hold hold = new Hold(batch.now(), null, actor, reason);
    return putAside(keys, AlarmEvent.TAKE_OUT_OF_SERVICE, hold, batch);
  }

  private List<Alarm> putAside(
      Collection<AlarmKey> keys, AlarmEvent event, Hold hold, Batch batch) {
    if (hold.reason().isBlank()) {
      throw new IllegalArgumentException(
          "Say why: the next shift must know why these alarms are put aside.");
    }
    keys.forEach(this::refuseUnknown);
    List<Alarm> changed = new ArrayList<>();
    for (AlarmKey key : new LinkedHashSet<>(keys)) {
      Alarm standing = book.find(key);
      if (standing == null || !endsAlike(standing, event, hold)) {
        Alarm alarm = standing == null ? normal(key, batch) : standing;
        add(changed, move(alarm, event, hold.by(), hold.reason(), hold, batch));
      }
    }
    return changed;
  }

  private static boolean endsAlike(Alarm standing, AlarmEvent event, Hold wanted) {
    Hold hold = standing.hold();
    Instant until = hold == null ? null : hold.until();
    Instant end = wanted.until();
    return event == AlarmEvent.SHELVE
        && standing.state() == AlarmState.SHELVED
        && until != null
        && end != null
        && Duration.between(until, end).abs().compareTo(SAME_END) < 0;
  }

  private Alarm normal(AlarmKey key, Batch batch) {
    DeviceState state = fleet.find(key.deviceId());
    AlarmDesign now = design.get();
    return AlarmSteps.normal(
        book.freshId(key, batch.now(), batch),
        key,
        state == null ? "" : state.device().facilityId(),
        now.severityOf(key.condition()),
        now.isLatching(key.condition()),
        batch.now());
  }

  private @Nullable Alarm move(
      @Nullable Alarm alarm,
      AlarmEvent event,
      String actor,
      String comment,
      @Nullable Hold hold,
      Batch batch) {
    return alarm == null
        ? null
        : holds.move(alarm, new Cause(event, batch.now(), actor, comment), hold, batch);
  }

  private static void add(List<Alarm> to, @Nullable Alarm changed) {
    if (changed != null) {
      to.add(changed);
    }
  }

  private @Nullable String timeProblem(Duration lasting) {
    Duration longest = design.get().longestShelf();
    if (lasting.isNegative() || lasting.isZero()) {
      return "An alarm must be shelved for some time.";
    }
    return lasting.compareTo(longest) > 0
        ? "An alarm may be shelved for at most %d minutes. Take it out of service if it must be longer."
            .formatted(longest.toMinutes())
        : null;
  }

  private void refuseUnknown(AlarmKey key) {
    if (fleet.find(key.deviceId()) == null && book.find(key) == null) {
      throw new IllegalArgumentException(
          "There is no %s, so its alarms cannot be put aside.".formatted(key.deviceId()));
    }
  }

  private static void refuseIf(@Nullable String problem) {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }
}
