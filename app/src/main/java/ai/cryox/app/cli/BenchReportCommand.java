package ai.cryox.app.cli;

import ai.cryox.app.bench.ReportBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench report`.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "How long a month of many units and a year of one take as a report.")
public final class BenchReportCommand implements Callable<Integer> {
  @Mixin private BenchOutput options = new BenchOutput();

  @Option(
      names = "--units",
      defaultValue = "50",
      description = "Units of the month's report. Usual: ${DEFAULT-VALUE}.")
  private int units = 50;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(CommandLines.out(spec), new ReportBench(folder.path(), units).measure());
    }
    return 0;
  }
}
