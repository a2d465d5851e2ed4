package ai.cryox.app.trends;

import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Which pens are looked at, over which period, and what was read of them: never more than three
/// times what fits on the screen. One owner thread, the FX thread; only {@link #read} and {@link
/// #isWanted} may be called elsewhere. Needs no toolkit.
final class TrendsModel {
  /// More curves nobody can tell from each other.
  static final int MOST_PENS = 8;

  /// What comes in late is found by reading again after a while.
  private static final Duration SHORTEST_REFRESH = Duration.ofMinutes(1);

  private final List<Pen> pens = new ArrayList<>();
  private final Map<Slot, PenSheet> sheets = new HashMap<>();
  private final Map<String, Marks> marks = new HashMap<>();
  private final Requests requests = new Requests();
  private TimeWindow view;
  private boolean live = true;
  private int chosen;
  private int comparedDays;
  private int columns = 1_000;
  private boolean stopped;

  /// A pen as it is now, or as it was some days earlier.
  record Slot(Pen pen, boolean compared) {}

  /// Something to read: a pen's sheet, or a device's marks.
  ///
  /// @param slot the pen, or `null` for marks
  /// @param deviceId whose
  /// @param period in whole steps of the resolution
  /// @param resolution milliseconds
  record Wanted(@Nullable Slot slot, String deviceId, TimeWindow period, long resolution) {
    Object key() {
      return slot == null ? deviceId : slot;
    }
  }

  TrendsModel(TimeWindow view) {
    this.view = view;
  }

  List<Pen> pens() {
    return List.copyOf(pens);
  }

  /// Adds a pen and chooses it; one that is there is only chosen.
  ///
  /// @return whether there was room
  boolean add(Pen pen) {
    if (!pens.contains(pen)) {
      if (pens.size() >= MOST_PENS) {
        return false;
      }
      pens.add(pen);
    }
    chosen = pens.indexOf(pen);
    return true;
  }

  /// Shows these pens and no others.
  void show(List<Pen> wanted) {
    pens.clear();
    wanted.stream().distinct().limit(MOST_PENS).forEach(pens::add);
    chosen = 0;
    keepOnlyShown();
  }

  /// Takes the chosen pen away.
  void removeChosen() {
    if (!pens.isEmpty()) {
      pens.remove(chosen);
      chosen = Math.max(0, Math.min(chosen, pens.size() - 1));
      keepOnlyShown();
    }
  }

  private void keepOnlyShown() {
    sheets.keySet().removeIf(slot -> !pens.contains(slot.pen()));
    Set<String> devices = devices();
    marks.keySet().removeIf(device -> !devices.contains(device));
    requests.withdraw(
        key -> key instanceof Slot slot ? !pens.contains(slot.pen()) : !devices.contains(key));
  }

  private Set<String> devices() {
    Set<String> devices = new LinkedHashSet<>();
    pens.forEach(pen -> devices.add(pen.deviceId()));
    return devices;
  }

  /// Chooses a pen by its place.
  void choose(int index) {
    chosen = Math.max(0, Math.min(index, pens.size() - 1));
  }

  int chosen() {
    return chosen;
  }

  @Nullable Pen chosenPen() {
    return pens.isEmpty() ? null : pens.get(chosen);
  }

  TimeWindow view() {
    return view;
  }

  /// Whether the picture moves on with the time.
  boolean isLive() {
    return live;
  }

  /// Stands still at another period, or at the same.
  void fix(TimeWindow wanted) {
    live = false;
    look(wanted);
  }

  /// Moves on with the time again.
  void goLive(Instant now) {
    live = true;
    look(view.endingAt(now.toEpochMilli()));
  }

  /// Looks at the last so long, live.
  void lookBack(Duration span, Instant now) {
    live = true;
    look(TimeWindow.before(now, span));
  }

  private void look(TimeWindow wanted) {
    view = wanted;
    stopped = false;
  }

  /// Shows what lies beside it, fixed; a share of the width below 0 goes back in time.
  void pan(double share) {
    fix(view.panned(share));
  }

  /// Zooms around a place; live stays live, and its end where it is.
  void zoom(double factor, double share) {
    look(live ? view.zoomed(factor, 1) : view.zoomed(factor, share));
  }

  /// Shows also what was so many days earlier; 0 = only what is.
  void compare(int days) {
    comparedDays = days;
    sheets.keySet().removeIf(Slot::compared);
    requests.withdraw(key -> key instanceof Slot slot && slot.compared());
    stopped = false;
  }

  int comparedDays() {
    return comparedDays;
  }

  /// How much earlier what is compared was, milliseconds.
  long comparedMillis() {
    return Duration.ofDays(comparedDays).toMillis();
  }

  /// Says how many columns there is room for.
  void width(int room) {
    columns = Math.max(50, room);
  }

  /// The period as it is drawn: in whole steps of what is read.
  TimeWindow drawn() {
    return view.snapped(resolution());
  }

  long resolution() {
    return Resolution.of(view.span(), columns);
  }

  @Nullable PenSheet sheet(Pen pen, boolean compared) {
    return sheets.get(new Slot(pen, compared));
  }

  @Nullable Marks marks(String deviceId) {
    return marks.get(deviceId);
  }

  /// How many answers are waited for.
  int waiting() {
    return requests.waiting();
  }

  /// Waits for nothing any more, until somebody moves.
  void cancel() {
    requests.withdrawAll();
    stopped = true;
  }

  /// Forgets what was read, and what is being read.
  void forget() {
    requests.forget();
    sheets.clear();
    marks.clear();
    stopped = false;
  }

  /// Lets time pass.
  void tick(Instant now) {
    if (live) {
      view = view.endingAt(now.toEpochMilli());
    }
  }

  /// What has to be read now; each is given out once.
  List<Wanted> wanted(Instant now) {
    List<Wanted> found = new ArrayList<>();
    if (stopped) {
      return found;
    }
    long resolution = resolution();
    for (Pen pen : pens) {
      want(new Slot(pen, false), view, resolution, now, found);
      if (comparedDays > 0) {
        want(new Slot(pen, true), view.earlier(comparedMillis()), resolution, now, found);
      }
    }
    for (String device : devices()) {
      wantMarks(device, now, found);
    }
    return found;
  }

  private void want(Slot slot, TimeWindow of, long resolution, Instant now, List<Wanted> into) {
    PenSheet have = sheets.get(slot);
    boolean good = have != null && have.resolution() == resolution && covers(have.period(), of);
    if (good && !requests.isOld(slot, now, refresh())) {
      return;
    }
    Wanted asked = requests.pending(slot);
    boolean coming =
        asked != null && asked.resolution() == resolution && covers(asked.period(), of);
    if (coming || requests.hasJustFailed(slot, now)) {
      return;
    }
    TimeWindow period = around(of).snapped(resolution);
    into.add(requests.ask(new Wanted(slot, slot.pen().deviceId(), period, resolution), now));
  }

  private void wantMarks(String device, Instant now, List<Wanted> into) {
    Marks have = marks.get(device);
    Wanted asked = requests.pending(device);
    boolean good =
        have != null && covers(have.period(), view) && !requests.isOld(device, now, refresh());
    boolean coming = asked != null && covers(asked.period(), view);
    if (!good && !coming && !requests.hasJustFailed(device, now)) {
      into.add(requests.ask(new Wanted(null, device, around(view), 0), now));
    }
  }

  /// The longer the period, the less often it is read again.
  private Duration refresh() {
    Duration part = Duration.ofMillis(view.span() / 500);
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

  /// Whether an answer is still waited for. Any thread.
  boolean isWanted(Wanted wanted) {
    return requests.isWanted(wanted);
  }

  /// Reads a pen's sheet. Blocks; any thread.
  ///
  /// @throws CancellationException if nobody waits for it any more
  PenSheet read(Session session, Wanted wanted) {
    Slot slot = wanted.slot();
    if (slot == null || !isWanted(wanted)) {
      throw new CancellationException("superseded");
    }
    return PenSheet.of(
        wanted.period(),
        wanted.resolution(),
        session.windows(
            wanted.deviceId(),
            slot.pen().quantity(),
            wanted.period().start(),
            wanted.period().end(),
            Duration.ofMillis(wanted.resolution())));
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

  /// Adds what came in since.
  ///
  /// @return whether anything was added
  boolean follow(LiveSnapshot snapshot) {
    boolean added = false;
    for (Pen pen : pens) {
      PenSheet sheet = sheets.get(new Slot(pen, false));
      DeviceLive device = sheet == null ? null : snapshot.device(pen.deviceId()).orElse(null);
      if (sheet != null && device != null) {
        added |= LiveTail.follow(sheet, pen.quantity(), device);
      }
    }
    return added;
  }
}
