package ai.cryox.app.bench;

import ai.cryox.app.bench.SwitchWatch.Switch;
import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.reading.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;

/// How long it takes from a key to the frame that shows its screen, with many devices that send all
/// the time and some alarms.
public final class ScreensBench implements AutoCloseable {
  private static final int STEPS_PER_SECOND = 20;

  /// Nobody goes anywhere before they looked at what stands there.
  private static final long FIRST_GLANCE_SECONDS = 5;

  /// Everything that has a key of its own, in the order of the navigation.
  private static final Map<String, KeyCode> KEYS = keys();

  private final InstantSource clock;
  private final HandedSite site;
  private final int devices;
  private final int alarms;
  private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
  private final Latencies all = new Latencies();
  private long longestWork;
  private long longWork;
  private int sent;

  /// @param alarms how many of the devices are out of range
  public ScreensBench(InstantSource clock, int devices, int alarms) throws IOException {
    this.clock = clock;
    this.devices = devices;
    this.alarms = alarms;
    site = new HandedSite(clock);
  }

  private static Map<String, KeyCode> keys() {
    Map<String, KeyCode> keys = new LinkedHashMap<>();
    keys.put("overview", KeyCode.F2);
    keys.put("floor_plan", KeyCode.F10);
    keys.put("alarms", KeyCode.F3);
    keys.put("device", KeyCode.F4);
    keys.put("trends", KeyCode.G);
    keys.put("energy", KeyCode.J);
    keys.put("excursions", KeyCode.E);
    keys.put("reports", KeyCode.R);
    keys.put("health", KeyCode.F5);
    keys.put("rejected", KeyCode.F6);
    keys.put("handover", KeyCode.F7);
    keys.put("profiles", KeyCode.F8);
    keys.put("callouts", KeyCode.F9);
    keys.put("calibrations", KeyCode.B);
    keys.put("registry", KeyCode.D);
    keys.put("people", KeyCode.P);
    keys.put("audit", KeyCode.F12);
    keys.put("settings", KeyCode.COMMA);
    return keys;
  }

  /// Goes through all screens so many times.
  ///
  /// @param stay how long whoever goes through them looks at each
  /// @param opening waits for the window that stands there before the console does
  /// @return ms by screen: the first time, when it is made, and of the other times half of them and
  ///   the slowest, and the processor time on the window's thread, of half of them and of the
  ///   longest piece of work; then of all; then everything that held the window's thread while the
  ///   rounds were gone, by the clock on the wall
  public Map<String, Double> measure(
      int rounds, Duration stay, Supplier<@Nullable OpeningWindow> opening)
      throws InterruptedException {
    site.begin(devices, alarms);
    ConsoleRun console =
        ConsoleRun.open(
            opening.get(),
            site.session(),
            "Bench",
            clock,
            ThemePreference.DARK,
            null,
            Remembered.forNow());
    console.warmUp();
    var _ =
        feeder.scheduleAtFixedRate(this::send, 0, 1000 / STEPS_PER_SECOND, TimeUnit.MILLISECONDS);
    SwitchWatch watch =
        FxThread.get(() -> new SwitchWatch(console.window().scene(), console.window().meter()));
    settle(console);
    TimeUnit.SECONDS.sleep(FIRST_GLANCE_SECONDS);
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, Latencies> later = new LinkedHashMap<>();
    KEYS.forEach((name, code) -> {
      Switch first = press(console, watch, SwitchWatch.key(code));
      figures.put(name + "_first_ms", first.shownNanos() / 1e6);
      figures.put(name + "_first_work_ms", first.workNanos() / 1e6);
    });
    FxThread.get(() -> {
      console.window().meter().start(console.window().scene());
      return console;
    });
    Map<String, Latencies> work = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      KEYS.forEach((name, code) -> {
        LockSupport.parkNanos(stay.toNanos());
        Switch one = press(console, watch, SwitchWatch.key(code));
        later.computeIfAbsent(name, _ -> new Latencies()).add(one.shownNanos());
        work.computeIfAbsent(name, _ -> new Latencies()).add(one.workNanos());
        all.add(one.shownNanos());
        note(one.handledNanos());
        note(one.laidOutNanos());
        figures.merge(
            name + "_longest_work_ms",
            Math.max(one.handledNanos(), one.laidOutNanos()) / 1e6,
            Math::max);
      });
    }
    later.forEach((name, times) -> {
      figures.put(name + "_p50_ms", times.quantileMillis(0.5));
      figures.put(name + "_worst_ms", times.quantileMillis(1));
      figures.put(name + "_work_ms", Objects.requireNonNull(work.get(name)).quantileMillis(0.5));
    });
    figures.put("switches", (double) rounds * KEYS.size());
    figures.put("p50_ms", all.quantileMillis(0.5));
    figures.put("p99_ms", all.quantileMillis(0.99));
    figures.put("worst_ms", all.quantileMillis(1));
    figures.put("fx_work_over_16ms", (double) longWork);
    figures.put("fx_longest_work_ms", longestWork / 1e6);
    figures.putAll(FrameFigures.tasks(FxThread.get(console.window().meter()::stop)));
    FxThread.get(() -> {
      console.window().close();
      return console;
    });
    return figures;
  }

  private void note(long nanos) {
    longestWork = Math.max(longestWork, nanos);
    longWork += nanos > FrameMeter.LONGEST_TASK_MS * 1e6 ? 1 : 0;
  }

  private static Switch press(ConsoleRun console, SwitchWatch watch, KeyCodeCombination key) {
    Switch one = watch.press(key);
    settle(console);
    return one;
  }

  private static void settle(ConsoleRun console) {
    for (int calm = 0; calm < 3; ) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      calm = FxThread.get(console.window()::isBusy) ? 0 : calm + 1;
    }
  }

  /// Each device sends once a second, and stays in its range or out of it.
  private void send() {
    List<Reading> batch = new ArrayList<>();
    for (int i = 0; i < devices / STEPS_PER_SECOND; i++) {
      int device = sent++ % devices;
      double middle = device < alarms ? HandedSite.BEYOND : HandedSite.WITHIN;
      batch.add(site.reading(device, middle + sent % 7 / 10.0));
    }
    site.hand(batch);
  }

  @Override
  public void close() throws IOException {
    feeder.shutdownNow();
    site.close();
  }
}
