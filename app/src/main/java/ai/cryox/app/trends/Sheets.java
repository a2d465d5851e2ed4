package ai.cryox.app.trends;

import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read for a trend, and what has yet to be: never more than three times what fits on the
/// screen. One owner thread, the FX thread; only {@link #isWanted} may be called elsewhere.
final class Sheets {
  /// What comes in late is found by reading again after a while.
  private static final Duration SHORTEST_REFRESH = Duration.ofMinutes(1);

  private final Map<Slot, PenSheet> sheets = new HashMap<>();
  private final Map<String, Marks> marks = new HashMap<>();
  private final Map<String, List<Step>> steps = new HashMap<>();
  private final Requests requests = new Requests();

  /// How far an alarm is, as it is drawn; its peak changes with each reading and is not.
  private record Step(String alarmId, AlarmState state, Severity worst) {}

  @Nullable PenSheet sheet(Slot slot) {
    return sheets.get(slot);
  }

  @Nullable Marks marks(String deviceId) {
    return marks.get(deviceId);
  }

  /// Forgets what belongs to other pens.
  void keepOnly(PenChoice pens) {
    sheets.keySet().removeIf(slot -> !pens.holds(slot.pen()));
    Set<String> devices = pens.devices();
    marks.keySet().removeIf(device -> !devices.contains(device));
    steps.keySet().retainAll(devices);
    requests.withdraw(
        key -> key instanceof Slot slot ? !pens.holds(slot.pen()) : !devices.contains(key));
  }

  /// Forgets how it was some days earlier.
  void forgetCompared() {
    sheets.keySet().removeIf(Slot::compared);
    requests.withdraw(key -> key instanceof Slot slot && slot.compared());
  }

  /// Forgets everything, also what is being read.
  void forget() {
    requests.forget();
    sheets.clear();
    marks.clear();
    steps.clear();
  }

  /// What has to be read now of a pen, in a period: nothing, or one thing, given out once.
  List<Wanted> wanted(Slot slot, TimeWindow of, long resolution, Instant now) {
    PenSheet have = sheets.get(slot);
    boolean good = have != null && have.resolution() == resolution && covers(have.period(), of);
    Wanted asked = requests.pending(slot);
    boolean coming =
        asked != null && asked.resolution() == resolution && covers(asked.period(), of);
    return isEnough(slot, good, coming, of, now)
        ? List.of()
        : ask(
            new Wanted(slot, slot.pen().deviceId(), around(of).snapped(resolution), resolution),
            now);
  }

  /// What has to be read now of a device's marks.
  List<Wanted> wantedMarks(String device, TimeWindow of, Instant now) {
    Marks have = marks.get(device);
    Wanted asked = requests.pending(device);
    boolean good = have != null && covers(have.period(), of);
    boolean coming = asked != null && covers(asked.period(), of);
    return isEnough(device, good, coming, of, now)
        ? List.of()
        : ask(new Wanted(null, device, around(of), 0), now);
  }

  private boolean isEnough(Object key, boolean good, boolean coming, TimeWindow of, Instant now) {
    boolean fresh = good && !requests.isOld(key, now, refresh(of));
    return fresh || coming || requests.hasJustFailed(key, now);
  }

  private List<Wanted> ask(Wanted wanted, Instant now) {
    return List.of(requests.ask(wanted, now));
  }

  /// The longer the period, the less often it is read again.
  private static Duration refresh(TimeWindow shown) {
    Duration part = Duration.ofMillis(shown.span() / 500);
    return part.compareTo(SHORTEST_REFRESH) > 0 ? part : SHORTEST_REFRESH;
  }

  /// Whether there is still something left and right of it: what is moved meets nothing missing.
  private static boolean covers(TimeWindow period, TimeWindow shown) {
    long margin = shown.span() / 4;
    return period.holds(shown.from() - margin, shown.until() + margin);
  }

  private static TimeWindow around(TimeWindow shown) {
    return new TimeWindow(shown.from() - shown.span(), shown.until() + shown.span());
  }

  /// How many answers are waited for.
  int waiting() {
    return requests.waiting();
  }

  /// Waits for nothing any more.
  void cancel() {
    requests.withdrawAll();
  }

  /// Whether an answer is still waited for. Any thread.
  boolean isWanted(Wanted wanted) {
    return requests.isWanted(wanted);
  }

  /// Takes over what was read.
  ///
  /// @return whether it was still wanted
  boolean accept(Wanted wanted, PenSheet sheet) {
    Slot slot = wanted.slot();
    if (slot == null || !requests.answered(wanted)) {
      return false;
    }
    sheets.put(slot, sheet);
    return true;
  }

  /// Takes over what happened.
  ///
  /// @return whether it was still wanted
  boolean accept(Wanted wanted, Marks found) {
    if (!requests.answered(wanted)) {
      return false;
    }
    marks.put(wanted.deviceId(), found);
    return true;
  }

  /// Says that there was no answer; it is asked again after a while.
  ///
  /// @return whether it was still wanted
  boolean failed(Wanted wanted, Instant now) {
    return requests.failed(wanted, now);
  }

  /// Whether something that is shown could not be read lately.
  boolean isIncomplete(Instant now) {
    return requests.hasAnyJustFailed(now);
  }

  /// Adds what came in since, and has an alarm that went a step further read at once.
  ///
  /// @return whether anything was added
  boolean follow(List<Pen> pens, LiveSnapshot snapshot) {
    boolean added = false;
    for (Pen pen : pens) {
      PenSheet sheet = sheets.get(new Slot(pen, false));
      DeviceLive device = snapshot.device(pen.deviceId()).orElse(null);
      if (device != null) {
        followAlarms(device);
        added |= sheet != null && LiveTail.follow(sheet, pen.quantity(), device);
      }
    }
    return added;
  }

  private void followAlarms(DeviceLive device) {
    String id = device.device().deviceId();
    List<Step> now =
        device.alarms().stream()
            .map(alarm -> new Step(alarm.alarmId(), alarm.state(), alarm.worstSeverity()))
            .toList();
    List<Step> before = steps.put(id, now);
    if (before != null && !before.equals(now)) {
      requests.outdate(id);
    }
  }
}
