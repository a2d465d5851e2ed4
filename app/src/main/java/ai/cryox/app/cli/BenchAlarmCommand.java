package ai.cryox.app.cli;

import ai.cryox.app.bench.AlarmBench;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;

/// `cryox bench alarm`.
@Command(
    name = "alarm",
    mixinStandardHelpOptions = true,
    description =
        "How long a bad reading takes to be a durable alarm on the feed while 10,000 readings a"
            + " second come in, how many alarms 1,000 readings at once make, and how long a start"
            + " with 10,000 shelved alarms takes.")
public final class BenchAlarmCommand extends FolderBenchCommand {
  private final InstantSource clock;

  /// @param clock everybody's clock
  public BenchAlarmCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new AlarmBench(folder, clock).measure(seconds);
  }
}
