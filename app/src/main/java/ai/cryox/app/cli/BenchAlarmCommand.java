package ai.cryox.app.cli;

import ai.cryox.app.bench.AlarmBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox bench alarm`.
@Command(
    name = "alarm",
    mixinStandardHelpOptions = true,
    description =
        "How long a bad reading takes to be a durable alarm on the feed while 10,000 readings a"
            + " second come in, how many alarms 1,000 readings at once make, and how long a start"
            + " with 10,000 shelved alarms takes.")
public final class BenchAlarmCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BenchOutput options = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchAlarmCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(
          CommandLines.out(spec), new AlarmBench(folder.path(), clock).measure(options.seconds()));
    }
    return 0;
  }
}
