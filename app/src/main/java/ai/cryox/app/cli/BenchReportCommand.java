package ai.cryox.app.cli;

import ai.cryox.app.bench.ReportBench;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox bench report`.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "How long a month of many units and a year of one take as a report.")
public final class BenchReportCommand extends FolderBenchCommand {
  @Option(
      names = "--units",
      defaultValue = "50",
      description = "Units of the month's report. Usual: ${DEFAULT-VALUE}.")
  private int units = 50;

  @Override
  Map<String, Double> measure(Path folder, int seconds) throws Exception {
    return new ReportBench(folder, units).measure();
  }
}
