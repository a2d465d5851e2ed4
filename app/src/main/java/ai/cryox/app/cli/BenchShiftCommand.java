package ai.cryox.app.cli;

import ai.cryox.app.bench.ShiftBench;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench shift`: what the console holds in memory over a long shift.
@Command(
    name = "shift",
    mixinStandardHelpOptions = true,
    description = {
      "What the window and the backend hold in memory over a long shift of 48 devices, on a clock"
          + " of",
      "its own: the live heap after every six hours. Takes about a minute for a day."
    })
public final class BenchShiftCommand implements Callable<Integer> {
  @Option(
      names = "--hours",
      defaultValue = "72",
      description = "How long the shift is. Usual: ${DEFAULT-VALUE}.")
  private int hours = 72;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    CommandLines.require(hours >= 12, spec, "A shift is at least 12 hours long.");
    Toolkit.start(Toolkit.hasDisplay());
    try (ShiftBench bench = new ShiftBench(hours)) {
      BenchOutput.print(CommandLines.out(spec), bench.measure(), json);
    }
    return 0;
  }
}
