package ai.cryox.app.cli;

import ai.cryox.app.bench.LimitBench;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;

/// `cryox bench limits`.
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description =
        "How long alarm health takes over 100,000 lines of the journal, what-if over a month of"
            + " fifty devices, and a back-fill of a week until its excursions are found. Takes a"
            + " minute, whatever --seconds says.")
public final class BenchLimitsCommand extends FolderBenchCommand {
  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new LimitBench(folder).measure();
  }
}
