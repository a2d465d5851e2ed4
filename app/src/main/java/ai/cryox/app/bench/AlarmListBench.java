package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How smooth the alarm list runs while as many devices as wanted stand in alarm and go in and out
/// of it: the real backend, its store included, with readings handed in beside the wire.
public final class AlarmListBench implements AutoCloseable {
  private static final int BATCH = 500;
  private static final long STEP_MILLIS = 50;
  private static final double BEYOND = 9.0;
  private static final double WITHIN = 2.0;
  private static final Origin ORIGIN =
      new Origin("bench", "devices/bench/messages/events/", null, null, Map.of());

  private final InstantSource clock;
  private final int alarms;
  private final int perSecond;
  private final TemporaryFolder folder;
  private final LocalBackend backend;
  private final Session session;
  private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
  private long changes;

  /// @param alarms how many devices are in alarm
  /// @param perSecond how many of them change each second
  public AlarmListBench(InstantSource clock, int alarms, int perSecond) throws IOException {
    this.clock = clock;
    this.alarms = alarms;
    this.perSecond = perSecond;
    folder = new TemporaryFolder();
    backend = new LocalBackend(BackendSettings.at(folder.path()), clock);
    backend.start();
    session = backend.signIn(new SignIn.Desk("bench"));
  }

  /// Raises all alarms, opens the list, and measures for so many seconds. JavaFX must run.
  public Map<String, Double> measure(int seconds) throws InterruptedException, IOException {
    raiseAll();
    ConsoleRun console = ConsoleRun.open(session, "Bench", clock, ThemePreference.DARK);
    FxThread.get(() -> {
      console.window().go(new Destination.Alarms(null));
      return console;
    });
    var _ = feeder.scheduleAtFixedRate(this::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    Map<String, Double> figures = FrameFigures.measure(console, seconds);
    figures.put("alarms", (double) session.live().latest().alarms().size());
    figures.put("readings_per_s", session.live().latest().vitals().readingsPerSecond());
    FxThread.get(() -> {
      console.window().close();
      return console;
    });
    return figures;
  }

  private void raiseAll() {
    for (int from = 0; from < alarms; from += BATCH) {
      List<Reading> batch = new ArrayList<>();
      for (int i = from; i < Math.min(alarms, from + BATCH); i++) {
        batch.add(reading(i, BEYOND, clock.instant()));
      }
      hand(batch);
    }
    while (session.live().latest().alarms().size() < alarms) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /// Each device in turn goes back into range, and the next time round out of it.
  private void step() {
    int count = (int) (perSecond * STEP_MILLIS / 1000);
    List<Reading> batch = new ArrayList<>();
    Instant now = clock.instant();
    for (int i = 0; i < count; i++) {
      boolean back = changes / alarms % 2 == 0;
      batch.add(reading((int) (changes % alarms), back ? WITHIN : BEYOND, now));
      changes++;
    }
    hand(batch);
  }

  private static Reading reading(int device, double temperature, Instant at) {
    return Reading.of(
        "bench_%05d".formatted(device), "warehouse_%03d".formatted(device % 4), at, temperature);
  }

  private void hand(List<Reading> batch) {
    Delivery delivery =
        new Delivery(
            ORIGIN,
            clock.instant(),
            new byte[2],
            new Decoded(List.copyOf(batch), List.of()),
            Receipt.NONE);
    while (!backend.sink().offer(delivery)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Override
  public void close() throws IOException {
    feeder.shutdownNow();
    backend.close();
    folder.close();
  }
}
