package ai.cryox.app.trends;

import ai.cryox.core.backend.Session;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Which pens are looked at, over which period, and what was read of them. One owner thread, the FX
/// thread; only {@link #read} and {@link #isWanted} may be called elsewhere. Needs no toolkit.
final class TrendsModel {
  private final PenChoice pens = new PenChoice();
  private final Sheets sheets = new Sheets();
  private TimeWindow view;
  private boolean live = true;
  private int comparedDays;
  private int columns = 1_000;
  private boolean stopped;

  TrendsModel(TimeWindow view) {
    this.view = view;
  }

  List<Pen> pens() {
    return pens.all();
  }

  /// Adds a pen and chooses it; one that is there is only chosen.
  ///
  /// @return whether there was room
  boolean add(Pen pen) {
    return pens.add(pen);
  }

  /// Shows these pens and no others.
  void show(List<Pen> wanted) {
    pens.replace(wanted);
    sheets.keepOnly(pens);
  }

  /// Takes the chosen pen away.
  void removeChosen() {
    pens.removeChosen();
    sheets.keepOnly(pens);
  }

  /// Chooses a pen by its place.
  void choose(int index) {
    pens.choose(index);
  }

  int chosen() {
    return pens.chosen();
  }

  @Nullable Pen chosenPen() {
    return pens.chosenPen();
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
    sheets.forgetCompared();
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
    return sheets.sheet(new Slot(pen, compared));
  }

  @Nullable Marks marks(String deviceId) {
    return sheets.marks(deviceId);
  }

  /// How many answers are waited for.
  int waiting() {
    return sheets.waiting();
  }

  /// Waits for nothing any more, until somebody moves.
  void cancel() {
    sheets.cancel();
    stopped = true;
  }

  /// Forgets what was read, and what is being read.
  void forget() {
    sheets.forget();
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
    for (Pen pen : pens.all()) {
      found.addAll(sheets.wanted(new Slot(pen, false), view, resolution, now));
      if (comparedDays > 0) {
        TimeWindow earlier = view.earlier(comparedMillis());
        found.addAll(sheets.wanted(new Slot(pen, true), earlier, resolution, now));
      }
    }
    for (String device : pens.devices()) {
      found.addAll(sheets.wantedMarks(device, view, now));
    }
    return found;
  }

  /// Whether an answer is still waited for. Any thread.
  boolean isWanted(Wanted wanted) {
    return sheets.isWanted(wanted);
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
    return sheets.accept(wanted, sheet);
  }

  /// Takes over what happened.
  ///
  /// @return whether it was still wanted
  boolean accept(Wanted wanted, Marks found) {
    return sheets.accept(wanted, found);
  }

  /// Says that there was no answer; it is asked again after a while.
  ///
  /// @return whether it was still wanted
  boolean failed(Wanted wanted, Instant now) {
    return sheets.failed(wanted, now);
  }

  /// Whether something that is shown could not be read lately.
  boolean isIncomplete(Instant now) {
    return sheets.isIncomplete(now);
  }

  /// Adds what came in since.
  ///
  /// @return whether anything was added
  boolean follow(LiveSnapshot snapshot) {
    return sheets.follow(pens.all(), snapshot);
  }
}
