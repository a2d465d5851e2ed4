package ai.cryox.app.bench;

import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxThread;
import ai.cryox.app.shell.ConsoleRun;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How smooth a window runs, by name. Measured after a time to warm up.
final class FrameFigures {
  /// Enough for what is done many times a second.
  private static final int WARM_UP_SECONDS = 8;

  private FrameFigures() {}

  /// Measures for so many seconds.
  static Map<String, Double> measure(ConsoleRun console, int seconds)
      throws InterruptedException, IOException {
    return measure(console, WARM_UP_SECONDS, seconds);
  }

  /// The same after so many seconds in which nothing is measured.
  static Map<String, Double> measure(ConsoleRun console, int warmUpSeconds, int seconds)
      throws InterruptedException, IOException {
    TimeUnit.SECONDS.sleep(warmUpSeconds);
    return during(console, () -> TimeUnit.SECONDS.sleep(seconds));
  }

  /// What lasts as long as is measured.
  interface Work {
    void run() throws InterruptedException, IOException;
  }

  /// Measures while something is done on the thread that calls.
  static Map<String, Double> during(ConsoleRun console, Work work)
      throws InterruptedException, IOException {
    FrameMeter meter = console.window().meter();
    Duration cpuBefore = ProcessFigures.cpu();
    Duration compilingBefore = ProcessFigures.compiling();
    long from = System.nanoTime();
    FxThread.get(() -> {
      meter.start(console.window().scene());
      return meter;
    });
    work.run();
    FrameMeter.Result frames = FxThread.get(meter::stop);
    double wallSeconds = (System.nanoTime() - from) / 1e9;
    double cpuSeconds = ProcessFigures.cpu().minus(cpuBefore).toNanos() / 1e9;
    Duration compiling = ProcessFigures.compiling().minus(compilingBefore);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("fps", frames.fps());
    figures.put("pictures_per_s", frames.picturesPerSecond());
    figures.put("p99_frame_ms", frames.p99FrameMs());
    figures.putAll(tasks(frames));
    figures.put("cores", cpuSeconds / wallSeconds);
    figures.put("cores_compiling", compiling.toNanos() / 1e9 / wallSeconds);
    figures.put("rss_mb", ProcessFigures.residentMib());
    return figures;
  }

  /// What held the window's thread, and for how long.
  static Map<String, Double> tasks(FrameMeter.Result measured) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("fx_tasks", (double) measured.tasks());
    figures.put("fx_tasks_over_16ms", (double) measured.tasksOver16Ms());
    figures.put("p999_fx_task_ms", measured.p999TaskMs());
    figures.put("slowest_fx_task_ms", measured.slowestTaskMs());
    return figures;
  }
}
