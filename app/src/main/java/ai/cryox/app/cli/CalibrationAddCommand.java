package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox calibration add`: one entry of the register.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Enter a calibration certificate.",
    footer = {
      "",
      "What the sensor sent is kept for ever; reports apply the correction to values from",
      "--valid-from on. Points are indicated:reference in °C, joined by straight lines.",
      "",
      "  cryox calibration add temp_007 --certificate D-K-15133 --on 2026-02-14 --due 2027-02-14"
          + " \\",
      "      --serial 48-2210 --correction=-20.1:-20.0,5.05:5.0 --uncertainty 0.05"
    })
public final class CalibrationAddCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--certificate",
      paramLabel = "NUMBER",
      required = true,
      description = "The certificate's number.")
  private String certificate = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      required = true,
      description = "When it was calibrated.")
  private String calibratedOn = "";

  @Option(
      names = "--due",
      paramLabel = "DATE",
      required = true,
      description = "From when on it does not hold any more.")
  private String dueOn = "";

  @Option(names = "--serial", paramLabel = "TEXT", description = "The sensor's serial number.")
  private String serial = "";

  @Option(names = "--model", paramLabel = "TEXT", description = "The sensor's model.")
  private String model = "";

  @Option(names = "--laboratory", paramLabel = "TEXT", description = "Who calibrated.")
  private String laboratory = "";

  @Option(
      names = "--correction",
      paramLabel = "C",
      description = "What is added to values, °C: a number, or points. Usual: nothing.")
  private String correction = "";

  @Option(names = "--uncertainty", paramLabel = "K", description = "Expanded uncertainty, °C.")
  private String uncertainty = "";

  @Option(
      names = "--valid-from",
      paramLabel = "T",
      description = "Correct values from then on; a date (UTC) or an instant. Usual: now.")
  private @Nullable PointInTime validFrom;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is entered.")
  private String reason = "";

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public CalibrationAddCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Map<String, String> with = new HashMap<>();
    with.put("certificate", certificate);
    with.put("calibratedOn", calibratedOn);
    with.put("dueOn", dueOn);
    with.put("serial", serial);
    with.put("model", model);
    with.put("laboratory", laboratory);
    with.put("correction", correction);
    with.put("uncertainty", uncertainty);
    with.put("reason", reason);
    Instant from = validFrom == null ? null : validFrom.instant();
    if (from != null) {
      with.put("validFrom", from.toString());
    }
    Map<String, String> row = device.call(clock, "calibration/add", with);
    PrintWriter out = CommandLines.out(spec);
    out.printf(
        "%s: certificate %s entered; correction %s, from %s on; due %s.%n",
        row.get("deviceId"),
        row.get("certificate"),
        row.get("correction"),
        row.get("validFrom"),
        row.get("dueOn"));
    out.flush();
    return 0;
  }
}
