package ai.cryox.app.cli;

import ai.cryox.app.bench.BenchRun;
import ai.cryox.app.bench.ConsoleBench;
import ai.cryox.app.bench.ReportBench;
import ai.cryox.app.bench.TemporaryFolder;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.overview.Density;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench console`: how smooth the overview runs.
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = {
      "How smooth the overview runs while every device sends over MQTT: frames a second, slow work"
          + " on",
      "the window's thread, processor cores and memory of the whole process, simulator included."
    })
public final class BenchConsoleCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "Readings a second in all; 0 = one from each device every second.")
  private double rate;

  @Option(
      names = "--density",
      defaultValue = "COMFORTABLE",
      description =
          "How much room a tile gets: ${COMPLETION-CANDIDATES}. With DENSE a thousand are in"
              + " sight.")
  private Density density = Density.COMFORTABLE;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = {
        "Seconds before anything is measured. In the first minute the virtual machine still",
        "compiles what it will use for the rest of the shift. Usual: ${DEFAULT-VALUE}."
      })
  private int warmUp = 60;

  @Option(
      names = "--report",
      defaultValue = "0",
      paramLabel = "UNITS",
      description =
          "Then make a report of a month of so many units in the window's own process, and measure"
              + " meanwhile. Usual: none.")
  private int reportUnits;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public BenchConsoleCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CommandLines.require(warmUp >= 0, spec, "A time to warm up is not negative.");
    double perSecond = rate > 0 ? rate : options.devices();
    Toolkit.Coming toolkit =
        Toolkit.begin(
            Toolkit.hasDisplay(),
            () -> OpeningWindow.show("Bench", ThemePreference.DARK, Remembered.forNow(), clock));
    try (TemporaryFolder folder = new TemporaryFolder()) {
      ReportBench reports = new ReportBench(folder.path(), reportUnits);
      if (reportUnits > 0) {
        reports.storeMonth();
      }
      try (BenchRun run =
          BenchRun.start(clock, options.devices(), perSecond, density, toolkit::await)) {
        ConsoleBench bench = new ConsoleBench(run);
        Map<String, Double> figures = bench.measure(warmUp, options.seconds());
        if (reportUnits > 0) {
          figures.putAll(bench.measureReport(reports));
        }
        options.print(CommandLines.out(spec), figures);
      }
    }
    return 0;
  }
}
