package ai.cryox.app.bench;

import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxThread;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How smooth the window runs.
public final class ConsoleBench {
  private static final int WARM_UP_SECONDS = 8;

  private final BenchRun run;

  /// Measures this run's window.
  public ConsoleBench(BenchRun run) {
    this.run = run;
  }

  /// Warms up, measures for so many seconds, and gives the figures by name.
  public Map<String, Double> measure(int seconds) throws InterruptedException, IOException {
    FrameMeter meter = run.console().window().meter();
    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    Duration cpuBefore = ProcessFigures.cpu();
    long from = System.nanoTime();
    FxThread.get(() -> {
      meter.start();
      return meter;
    });
    TimeUnit.SECONDS.sleep(seconds);
    FrameMeter.Result frames = FxThread.get(meter::stop);
    double wallSeconds = (System.nanoTime() - from) / 1e9;
    double cpuSeconds = ProcessFigures.cpu().minus(cpuBefore).toNanos() / 1e9;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("fps", frames.fps());
    figures.put("p99_frame_ms", frames.p99FrameMs());
    figures.put("fx_tasks", (double) frames.tasks());
    figures.put("fx_tasks_over_16ms", (double) frames.tasksOver16Ms());
    figures.put("slowest_fx_task_ms", frames.slowestTaskMs());
    figures.put("cores", cpuSeconds / wallSeconds);
    figures.put(
        "readings_per_s", run.monitoring().session().live().latest().vitals().readingsPerSecond());
    figures.put("first_frame_ms", run.firstFrameMillis());
    figures.put("rss_mb", ProcessFigures.residentMib());
    return figures;
  }
}
