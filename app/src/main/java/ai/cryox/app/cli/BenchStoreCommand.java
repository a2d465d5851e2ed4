package ai.cryox.app.cli;

import ai.cryox.app.bench.StoreBench;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox bench store`.
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description =
        "How fast the store takes readings, against the bare driver in the same run, and how long a"
            + " paced stream waits for its acknowledgement.")
public final class BenchStoreCommand extends FolderBenchCommand {
  @Option(
      names = "--rate",
      defaultValue = "400000",
      description = "Readings a second of the paced stream. Usual: ${DEFAULT-VALUE}.")
  private int rate = 400_000;

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new StoreBench(folder).measure(seconds, rate);
  }
}
