package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.reading.Reading;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// How smooth the alarm list runs while as many devices as wanted stand in alarm and go in and out
/// of it: the real backend, its store included, with readings handed in beside the wire.
public final class AlarmListBench implements AutoCloseable {
  private static final long STEP_MILLIS = 50;

  private final int alarms;
  private final int perSecond;
  private final InstantSource clock;
  private final HandedSite site;
  private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
  private long changes;

  /// @param alarms how many devices are in alarm
  /// @param perSecond how many of them change each second
  public AlarmListBench(InstantSource clock, int alarms, int perSecond) throws IOException {
    this.clock = clock;
    this.alarms = alarms;
    this.perSecond = perSecond;
    site = new HandedSite(clock);
  }

  /// Raises all alarms, opens the list, and measures for so many seconds. JavaFX must run.
  public Map<String, Double> measure(int seconds) throws InterruptedException, IOException {
    site.begin(alarms, alarms);
    ConsoleRun console = ConsoleRun.open(site.session(), "Bench", clock, ThemePreference.DARK);
    FxThread.get(() -> {
      console.window().go(new Destination.Alarms(null));
      return console;
    });
    var _ = feeder.scheduleAtFixedRate(this::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    Map<String, Double> figures = FrameFigures.measure(console, seconds);
    figures.put("alarms", (double) site.session().live().latest().alarms().size());
    figures.put("readings_per_s", site.session().live().latest().vitals().readingsPerSecond());
    FxThread.get(() -> {
      console.window().close();
      return console;
    });
    return figures;
  }

  /// Each device in turn goes back into range, and the next time round out of it.
  private void step() {
    int count = (int) (perSecond * STEP_MILLIS / 1000);
    List<Reading> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean back = changes / alarms % 2 == 0;
      batch.add(
          site.reading((int) (changes % alarms), back ? HandedSite.WITHIN : HandedSite.BEYOND));
      changes++;
    }
    site.hand(batch);
  }

  @Override
  public void close() throws IOException {
    feeder.shutdownNow();
    site.close();
  }
}
