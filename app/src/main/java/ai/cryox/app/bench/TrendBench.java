package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// How smooth a trend moves: three curves of a million readings each, all of them in the picture,
/// pushed sideways with every frame. What a move costs the FX thread is its processor time, so that
/// other programs do not blur it. The real store, read in the background while it moves.
public final class TrendBench implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int CURVES = 3;
  private static final int BATCH = 50_000;
  private static final Duration SPAN = Duration.ofDays(30);
  private static final double STEP_PX = 6;
  private static final int TURN_FRAMES = 240;

  private final InstantSource clock;
  private final TemporaryFolder folder;
  private final LocalBackend backend;
  private final Session session;
  private final Latencies moves = new Latencies();
  private long frames;

  /// @param readings of each curve
  public TrendBench(InstantSource clock, int readings) throws IOException {
    this.clock = clock;
    folder = new TemporaryFolder();
    fill(readings);
    backend = new LocalBackend(BackendSettings.at(folder.path()), clock);
    backend.start();
    session = backend.signIn(new SignIn.Desk("bench"));
  }

  private void fill(int readings) {
    Instant end = clock.instant();
    long apart = SPAN.toMillis() / readings;
    try (BenchStore store = new BenchStore(folder.path())) {
      for (int curve = 0; curve < CURVES; curve++) {
        SplittableRandom random = new SplittableRandom(curve);
        double value = -20 + 5.0 * curve;
        Batch batch = new Batch(end);
        batch.devices.put(id(curve), Device.unconfirmed(id(curve), "bench", end));
        for (int i = 0; i < readings; i++) {
          Instant time = end.minusMillis((readings - i) * apart);
          value += random.nextDouble(-0.1, 0.1);
          double shown = Math.rint((value + (random.nextInt(5_000) == 0 ? 15 : 0)) * 10) / 10;
          batch.readings.add(
              new ReceivedReading(Reading.of(id(curve), "bench", time, shown), time, false));
          if (batch.readings.size() == BATCH) {
            store.write(batch);
            batch = new Batch(end);
          }
        }
        store.write(batch);
      }
    }
  }

  private static String id(int curve) {
    return "curve_%d".formatted(curve + 1);
  }

  /// Opens the trend, waits until it is read, and moves it for so many seconds. JavaFX must run.
  public Map<String, Double> measure(int seconds) throws InterruptedException, IOException {
    ConsoleRun console = ConsoleRun.open(session, "Bench", clock, ThemePreference.DARK);
    long from = System.nanoTime();
    for (int curve = 0; curve < CURVES; curve++) {
      String id = id(curve);
      FxThread.get(() -> {
        console.window().go(new Destination.Trends(id, null, null));
        return console;
      });
    }
    FxThread.get(() -> {
      // A month: all of it.
      press(KeyCode.DIGIT5);
      return console;
    });
    while (!FxThread.get(TrendBench::isRead)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    double readMillis = (System.nanoTime() - from) / 1e6;
    AnimationTimer mover = FxThread.get(this::mover);
    Map<String, Double> figures = FrameFigures.measure(console, seconds);
    FxThread.get(() -> {
      mover.stop();
      console.window().close();
      return console;
    });
    figures.put("first_read_ms", readMillis);
    figures.put("move_cpu_p50_ms", moves.quantileMillis(0.5));
    figures.put("move_cpu_p99_ms", moves.quantileMillis(0.99));
    figures.put("move_cpu_worst_ms", moves.quantileMillis(1));
    figures.put("readings", (double) session.live().latest().vitals().stored());
    return figures;
  }

  /// Each frame: an event of a touch pad, and the drawing that follows from it.
  private AnimationTimer mover() {
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            Node plot = find("#plot");
            if (plot instanceof Parent parent) {
              long before = THREADS.getCurrentThreadCpuTime();
              boolean back = frames++ / TURN_FRAMES % 2 == 0;
              Event.fireEvent(plot, sideways(back ? STEP_PX : -STEP_PX));
              parent.layout();
              moves.add(THREADS.getCurrentThreadCpuTime() - before);
            }
          }
        };
    timer.start();
    return timer;
  }

  private static @Nullable Node find(String selector) {
    for (Window window : Window.getWindows()) {
      Scene scene = window.getScene();
      Node node = scene == null ? null : scene.lookup(selector);
      if (node != null) {
        return node;
      }
    }
    return null;
  }

  private static boolean isRead() {
    for (int curve = 1; curve <= CURVES; curve++) {
      if (!(find("#pen-value-" + curve) instanceof Labeled value)
          || !value.getText().contains("°C")) {
        return false;
      }
    }
    return true;
  }

  private static void press(KeyCode code) {
    Node plot = find("#plot");
    if (plot != null) {
      Event.fireEvent(
          plot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
  }

  private static ScrollEvent sideways(double px) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        200,
        200,
        200,
        200,
        false,
        false,
        false,
        false,
        false,
        false,
        px,
        0,
        px,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        2,
        new PickResult(null, 200, 200));
  }

  @Override
  public void close() throws IOException {
    backend.close();
    folder.close();
  }
}
