package ai.cryox.app.shell;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Screen;
import ai.cryox.core.live.LiveSnapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Makes the screens that take longest before anybody goes there, so that the first visit is like
/// any other: most of what it costs are cells that are made, style that is worked out, and code
/// that runs for the first time. Each screen stands backstage for a moment, in the same window
/// because style is remembered by window, and is visited there as it would be on the stage. One
/// small step at a time, and only while nobody would notice. FX thread only.
final class ScreenWarmUp {
  private static final Logger LOG = System.getLogger(ScreenWarmUp.class.getName());

  /// By then the console stands.
  private static final Duration LATER = Duration.seconds(1.2);

  private static final Duration BETWEEN = Duration.millis(25);

  /// So much higher a screen grows in one step, px: a few rows more, each of many cells.
  private static final double GROWTH = 150;

  private final Function<Destination, Screen> screens;
  private final ScreenRoom room;
  private final BooleanSupplier mayWork;
  private final PauseTransition pause = new PauseTransition(BETWEEN);
  private final Deque<Destination> left = new ArrayDeque<>();
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private @Nullable Destination at;
  private @Nullable Screen screen;
  private boolean isAttached;

  /// @param screens each the one that is shown later
  /// @param room with a place that nobody sees
  /// @param mayWork whether nobody would notice
  ScreenWarmUp(Function<Destination, Screen> screens, ScreenRoom room, BooleanSupplier mayWork) {
    this.screens = screens;
    this.room = room;
    this.mayWork = mayWork;
    pause.setOnFinished(_ -> next());
  }

  /// Where a first visit takes longest, the longest first.
  ///
  /// @param snapshot if there is a device, the page of one
  static List<Destination> longest(LiveSnapshot snapshot) {
    List<Destination> all = new ArrayList<>();
    all.add(new Destination.Alarms(null));
    snapshot.devices().stream()
        .limit(1)
        .forEach(live -> all.add(new Destination.OneDevice(live.device().deviceId())));
    all.add(new Destination.OneDevice(null));
    all.add(new Destination.Registry());
    all.add(new Destination.Profiles());
    all.add(new Destination.Excursions());
    all.add(new Destination.Handover());
    all.add(new Destination.Settings());
    return all;
  }

  /// Begins, a little later.
  void start(List<Destination> wanted) {
    left.addAll(wanted);
    pause.setDelay(LATER);
    pause.playFromStart();
    pause.setDelay(Duration.ZERO);
  }

  /// Somebody goes there now: what is made of it stays, and it is left alone from then on.
  void yieldTo(Destination destination) {
    left.removeIf(other -> isSame(other, destination));
    if (at != null && isSame(at, destination)) {
      drop();
    }
  }

  private static boolean isSame(Destination one, Destination other) {
    return one.getClass().equals(other.getClass());
  }

  /// Which one stands backstage, or `null`.
  @Nullable Destination at() {
    return at;
  }

  /// Whether nothing is left to be made.
  boolean isDone() {
    return screen == null && left.isEmpty();
  }

  /// Ends, whether everything is done or not.
  void stop() {
    pause.stop();
    left.clear();
    drop();
  }

  private void next() {
    if (mayWork.getAsBoolean()) {
      try {
        step();
      } catch (RuntimeException broken) {
        // Whoever goes there will be told; here nothing is lost.
        LOG.log(Level.DEBUG, "A screen cannot be made ahead of its first visit.", broken);
        drop();
      }
    }
    if (!isDone()) {
      pause.playFromStart();
    }
  }

  private void step() {
    if (screen != null) {
      steps.remove().run();
      return;
    }
    Destination destination = left.remove();
    Screen made = screens.apply(destination);
    at = destination;
    screen = made;
    steps.add(() -> room.dress(made, GROWTH));
    steps.add(() -> {
      isAttached = true;
      made.attach(destination);
    });
    for (double height = GROWTH; height < room.height() + GROWTH; height += GROWTH) {
      double grown = height;
      steps.add(() -> room.dress(made, grown));
    }
    steps.add(this::drop);
  }

  private void drop() {
    steps.clear();
    if (screen != null) {
      room.undress(screen);
      if (isAttached) {
        screen.detach();
      }
    }
    isAttached = false;
    screen = null;
    at = null;
  }
}
