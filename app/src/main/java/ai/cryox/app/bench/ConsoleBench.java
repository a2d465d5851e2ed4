package ai.cryox.app.bench;

import ai.cryox.core.alarm.Alarm;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How smooth the window runs.
public final class ConsoleBench {
  private final BenchRun run;

  /// Measures this run's window.
  public ConsoleBench(BenchRun run) {
    this.run = run;
  }

  /// Warms up, measures for so many seconds, and gives the figures by name.
  public Map<String, Double> measure(int warmUpSeconds, int seconds)
      throws InterruptedException, IOException {
    TimeUnit.SECONDS.sleep(warmUpSeconds / 2);
    // What was raised while all of them started: a wall that flashes is another measurement.
    run.monitoring().session().alarmActions().acknowledge(unacknowledged(), "");
    Map<String, Double> figures =
        FrameFigures.measure(run.console(), warmUpSeconds - warmUpSeconds / 2, seconds);
    figures.put("unacknowledged", (double) unacknowledged().size());
    figures.put(
        "readings_per_s", run.monitoring().session().live().latest().vitals().readingsPerSecond());
    figures.put("window_ms", run.windowMillis());
    figures.put("first_frame_ms", run.firstFrameMillis());
    return figures;
  }

  private List<String> unacknowledged() {
    return run.monitoring().session().live().latest().alarms().stream()
        .filter(alarm -> alarm.state().needsAcknowledgement())
        .map(Alarm::alarmId)
        .toList();
  }

  /// Makes a report in the window's own process and measures meanwhile.
  ///
  /// @param reports whose data are stored already
  public Map<String, Double> measureReport(ReportBench reports)
      throws InterruptedException, IOException {
    Map<String, Double> made = new LinkedHashMap<>();
    Map<String, Double> figures =
        FrameFigures.during(run.console(), () -> made.put("report_s", reports.makeMonth(made)));
    figures.forEach((name, figure) -> made.put("report_" + name, figure));
    return made;
  }
}
