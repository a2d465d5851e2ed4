package ai.cryox.app.cli;

import ai.cryox.app.bench.AlarmListBench;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench list`: how smooth the alarm list runs.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "How smooth the alarm list runs with many alarms that change all the time: frames a second"
          + " and",
      "slow work on the window's thread, with the real backend and its store in the same process."
    })
public final class BenchListCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Option(
      names = "--alarms",
      defaultValue = "10000",
      description = "Alarms that stand. Usual: ${DEFAULT-VALUE}.")
  private int alarms = 10_000;

  @Option(
      names = "--changes",
      defaultValue = "1000",
      description = "Alarms that change each second. Usual: ${DEFAULT-VALUE}.")
  private int changes = 1000;

  @Mixin private BenchOutput output = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchListCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Toolkit.start(Toolkit.hasDisplay());
    try (AlarmListBench bench = new AlarmListBench(clock, alarms, changes)) {
      output.print(CommandLines.out(spec), bench.measure(output.seconds()));
    }
    return 0;
  }
}
