package ai.cryox.app.fx;

import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The console's heartbeat: eight times a second the newest snapshot is taken once and handed to
/// every attached view, however many readings came in between. A beat that the toolkit had no time
/// for is left out, never queued. The only place that calls `Platform.runLater`.
public final class FxPulse {
  /// Time between two beats.
  public static final Duration PERIOD = Duration.ofMillis(125);

  private final LiveFeed feed;
  private final InstantSource clock;
  private final FrameMeter meter;
  private final List<LiveView> views = new CopyOnWriteArrayList<>();
  private final AtomicBoolean pending = new AtomicBoolean();
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ScheduledFuture<?> beat;

  /// A pulse that does not beat yet.
  public FxPulse(LiveFeed feed, InstantSource clock, FrameMeter meter) {
    this.feed = feed;
    this.clock = clock;
    this.meter = meter;
  }

  /// Starts beating. FX thread.
  public void start() {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().name("fx-pulse").daemon().unstarted(task));
      beat = timer.scheduleAtFixedRate(this::tick, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Stops beating; what is attached stays attached. FX thread.
  public void stop() {
    if (beat != null && timer != null) {
      beat.cancel(false);
      timer.shutdownNow();
      timer = null;
      beat = null;
    }
  }

  /// Adds a view and shows it the newest state at once. FX thread.
  public void attach(LiveView view) {
    views.add(view);
    view.show(feed.latest(), clock.instant());
  }

  /// Takes a view off. FX thread.
  public void detach(LiveView view) {
    views.remove(view);
  }

  /// Runs the action on the FX thread, soon. Any thread.
  public void later(Runnable action) {
    Platform.runLater(() -> timed(action));
  }

  private void timed(Runnable work) {
    long from = System.nanoTime();
    work.run();
    meter.taskTook(System.nanoTime() - from);
  }

  /// Notes that the frame to come shows something new. FX thread.
  public void drew() {
    meter.drew();
  }

  /// Hands the newest state to every attached view now. FX thread.
  public void beatNow() {
    LiveSnapshot snapshot = feed.latest();
    Instant now = clock.instant();
    for (LiveView view : views) {
      view.show(snapshot, now);
    }
  }

  private void tick() {
    if (pending.compareAndSet(false, true)) {
      Platform.runLater(() -> {
        pending.set(false);
        timed(this::beatNow);
      });
    }
  }
}
