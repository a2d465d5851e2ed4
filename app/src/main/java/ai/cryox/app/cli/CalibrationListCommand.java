package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox calibration list`: the register.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the calibration register, oldest entry first.")
public final class CalibrationListCommand implements Callable<Integer> {
  private static final String LINE = "%-5s %-20s %-14s %-16s %-11s %-11s %-24s %s%n";

  private final InstantSource clock;

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--device", paramLabel = "D", description = "Only of this device.")
  private @Nullable String device;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public CalibrationListCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Map<String, String>> rows =
        CommandLines.call(
            data.folder(),
            clock,
            "calibration/list",
            device == null ? Map.of() : Map.of("deviceId", device));
    PrintWriter out = CommandLines.out(spec);
    if (rows.isEmpty()) {
      out.println("No calibration is entered yet. `cryox calibration add` enters the first.");
    } else {
      out.printf(
          LINE,
          "NO.",
          "DEVICE",
          "SERIAL",
          "CERTIFICATE",
          "CALIBRATED",
          "DUE",
          "VALID FROM",
          "CORRECTION");
      rows.forEach(row ->
          out.printf(
              LINE,
              row.get("number"),
              row.get("deviceId"),
              row.get("serial"),
              row.get("certificate"),
              row.get("calibratedOn"),
              row.get("dueOn"),
              row.get("validFrom"),
              row.get("correction")));
    }
    out.flush();
    return 0;
  }
}
