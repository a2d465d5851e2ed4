package ai.cryox.app.cli;

import ai.cryox.app.bench.CrashBench;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox bench crash`.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description =
        "Kill a process that writes, again and again, and look whether all it acknowledged is"
            + " there.")
public final class BenchCrashCommand extends FolderBenchCommand {
  @Option(
      names = "--kills",
      defaultValue = "10",
      description = "How often. Usual: ${DEFAULT-VALUE}.")
  private int kills = 10;

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new CrashBench(folder).measure(kills);
  }
}
