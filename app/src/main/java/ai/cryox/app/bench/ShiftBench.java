package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.pictures.StagedSite;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What the console holds in memory over a long shift: the real window over the real backend lives
/// through hours of 48 devices on a clock of its own, somebody walks through the screens, and every
/// six hours it is counted what is left after collecting garbage.
public final class ShiftBench implements AutoCloseable {
  private static final Duration MARK = Duration.ofHours(6);
  private static final Duration STAY = Duration.ofMinutes(20);
  private static final double MEGABYTE = 1024.0 * 1024;
  private static final int COLLECTIONS = 4;
  private static final double NOTHING_MB = 0.05;
  private static final List<Destination> WALK =
      List.of(
          new Destination.Overview(null),
          new Destination.Alarms(null),
          new Destination.OneDevice("temp_001"),
          new Destination.Trends("temp_001", null, null),
          new Destination.Energy(),
          new Destination.Excursions(),
          new Destination.Health(),
          new Destination.Handover(),
          new Destination.Audit());

  private final TemporaryFolder folder;
  private final StagedSite site;
  private final Duration length;
  private final List<Double> heaps = new ArrayList<>();
  private Instant nextMark;
  private Instant nextWalk;
  private int walked;

  /// @param hours of the shift
  public ShiftBench(int hours) throws IOException {
    length = Duration.ofHours(hours);
    folder = new TemporaryFolder();
    site = new StagedSite(folder.path(), length);
    nextMark = site.clock().instant().plus(MARK);
    nextWalk = site.clock().instant();
  }

  /// Lives through it. JavaFX must run.
  ///
  /// @return live heap in MB after so many hours, and how far the later half strays from its mean
  public Map<String, Double> measure() {
    ConsoleRun console =
        ConsoleRun.open(site.session(), "Bench", site.clock(), ThemePreference.DARK);
    site.live(false, ZoneId.systemDefault(), now -> step(console, now));
    FxThread.get(() -> {
      console.window().close();
      return console;
    });
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int i = 0; i < heaps.size(); i++) {
      figures.put("heap_after_%02d_h_mb".formatted((i + 1) * MARK.toHours()), heaps.get(i));
    }
    List<Double> later = heaps.subList(heaps.size() / 2, heaps.size());
    double mean = later.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    figures.put(
        "later_half_strays_percent",
        later.stream().mapToDouble(heap -> Math.abs(heap - mean) / mean * 100).max().orElse(0));
    return figures;
  }

  private void step(ConsoleRun console, Instant now) {
    if (!now.isBefore(nextWalk)) {
      nextWalk = now.plus(STAY);
      Destination next = WALK.get(walked++ % WALK.size());
      FxThread.get(() -> {
        console.window().go(next);
        return console;
      });
      settle(console);
    }
    if (!now.isBefore(nextMark)) {
      nextMark = nextMark.plus(MARK);
      // Always on the same screen, so that one count can be compared with the next.
      FxThread.get(() -> {
        console.window().go(WALK.getFirst());
        return console;
      });
      settle(console);
      heaps.add(liveHeap());
    }
  }

  private static void settle(ConsoleRun console) {
    for (int calm = 0; calm < 3; ) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      calm = FxThread.get(console.window()::isBusy) ? 0 : calm + 1;
    }
  }

  /// Collects until nothing more goes: pictures of the toolkit are let go by a thread of their own
  /// after one collection and are gone only with a later one. What soft references hold goes only
  /// when memory is short, and counts.
  private static double liveHeap() {
    double least = Double.MAX_VALUE;
    for (int vain = 0; vain < COLLECTIONS; ) {
      ManagementFactory.getMemoryMXBean().gc();
      double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
      vain = used < least - NOTHING_MB ? 0 : vain + 1;
      least = Math.min(least, used);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return least;
  }

  @Override
  public void close() throws IOException {
    site.close();
    folder.close();
  }
}
