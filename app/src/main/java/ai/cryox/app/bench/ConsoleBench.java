package ai.cryox.app.bench;

import java.io.IOException;
import java.util.Map;

/// How smooth the window runs.
public final class ConsoleBench {
  private final BenchRun run;

  /// Measures this run's window.
  public ConsoleBench(BenchRun run) {
    this.run = run;
  }

  /// Warms up, measures for so many seconds, and gives the figures by name.
  public Map<String, Double> measure(int seconds) throws InterruptedException, IOException {
    Map<String, Double> figures = FrameFigures.measure(run.console(), seconds);
    figures.put(
        "readings_per_s", run.monitoring().session().live().latest().vitals().readingsPerSecond());
    figures.put("first_frame_ms", run.firstFrameMillis());
    return figures;
  }
}
