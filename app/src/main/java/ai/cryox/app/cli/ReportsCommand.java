package ai.cryox.app.cli;

import ai.cryox.core.report.ReportKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cryox reports`: reports that have a number and are signed step by step, whether a backend works
/// in the data folder or not.
@Command(
    name = "reports",
    mixinStandardHelpOptions = true,
    description = "Make, sign and list the reports that are kept.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A report goes from draft to reviewed to approved; three people take part, and each says",
      "their password. What was signed is never changed: a correction is the next version of the",
      "same number. `cryox report` makes a PDF that is not kept."
    })
public final class ReportsCommand extends ControlCommandGroup {
  private static final String LINE = "%-32s %-12s %-10s %-20s %-22s %s%n";

  /// @param clock everybody's clock
  public ReportsCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "list", description = "List the reports, newest first.")
  int list(
      @Option(names = "--facility", paramLabel = "F", description = "Only of this facility.")
          @Nullable String facility,
      @Option(names = "--unit", paramLabel = "D", description = "Only of this unit.")
          @Nullable String unit,
      @Option(
              names = "--state",
              paramLabel = "S",
              description = "Only draft, reviewed, approved, rejected, withdrawn or void.")
          @Nullable String state,
      @Option(names = "--kind", paramLabel = "K", description = "Only of this kind.")
          @Nullable String kind) {
    Map<String, String> with = new HashMap<>();
    CommandLines.keep(with, "facilityId", facility);
    CommandLines.keep(with, "deviceId", unit);
    CommandLines.keep(with, "state", state);
    CommandLines.keep(with, "kind", kind);
    List<Map<String, String>> rows = call("list", with);
    PrintWriter out = out();
    if (rows.isEmpty()) {
      out.println("No report is kept yet. `cryox reports make` makes the first.");
    } else {
      out.printf(LINE, "REPORT", "KIND", "STATE", "MADE BY", "MADE AT", "PERIOD");
      rows.forEach(row -> line(out, row));
    }
    out.flush();
    return 0;
  }

  @Command(name = "show", description = "Show a report and who signed it.")
  int show(@Parameters(paramLabel = "REPORT", description = "Its number.") String report) {
    return print(call("show", Map.of("reportId", report)));
  }

  @Command(name = "make", description = "Make a report that is kept: a draft.")
  int make(
      @Option(names = "--facility", paramLabel = "F", required = true, description = "Of which.")
          String facility,
      @Option(names = "--unit", paramLabel = "D", description = "Only this unit.")
          @Nullable String unit,
      @Option(
              names = "--kind",
              paramLabel = "K",
              description =
                  "period, unit, excursion, alarms, audit, calibration, handover or trip. Usual:"
                      + " unit if --unit is given, else period.")
          @Nullable String kind,
      @Option(names = "--from", paramLabel = "T", required = true, description = "The first time.")
          String from,
      @Option(names = "--to", paramLabel = "T", required = true, description = "The end.")
          String until,
      @Option(
              names = "--zone",
              paramLabel = "Z",
              description = "The clock by which --from and --to are read. Usual: this machine's.")
          @Nullable String zone) {
    Map<String, String> with = new HashMap<>();
    try {
      ZoneId wall = zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
      ReportKind usual = unit == null ? ReportKind.PERIOD : ReportKind.UNIT;
      with.put("kind", kind == null ? usual.wireName() : kind);
      with.put("from", new ReportMoment(from).in(wall).toString());
      with.put("until", new ReportMoment(until).in(wall).toString());
    } catch (IllegalArgumentException | DateTimeException nonsense) {
      throw CommandLines.refusal(spec(), String.valueOf(nonsense.getMessage()));
    }
    with.put("facilityId", facility);
    CommandLines.keep(with, "deviceId", unit);
    return print(call("make", with));
  }

  @Command(
      name = "sign",
      description = "Sign a report: review, approve, reject or withdraw it. Asks for the password.")
  int sign(
      @Parameters(
              index = "0",
              paramLabel = "STEP",
              description = "review, approve, reject or withdraw.")
          String step,
      @Parameters(index = "1", paramLabel = "REPORT", description = "Its number.") String report,
      @Option(names = "--user", paramLabel = "SIGN-IN", required = true, description = "Who signs.")
          String user,
      @Option(
              names = "--comment",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "In your words; why, if you reject or withdraw it.")
          String comment,
      @Mixin PasswordInput password) {
    return print(
        call(
            "sign",
            Map.of(
                "reportId",
                report,
                "step",
                step,
                "signInName",
                user,
                "comment",
                comment,
                "password",
                new String(password.readKnown(user)))));
  }

  @Command(name = "correct", description = "Make a signed report anew, as its next version.")
  int correct(
      @Parameters(paramLabel = "REPORT", description = "The one to correct.") String report,
      @Option(
              names = "--why",
              paramLabel = "TEXT",
              required = true,
              description = "The reason; it is printed.")
          String why) {
    return print(call("correct", Map.of("reportId", report, "why", why)));
  }

  @Command(name = "export", description = "Write a report to a file.")
  int export(
      @Parameters(paramLabel = "REPORT", description = "Its number.") String report,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "The file; its name ends with .pdf, .csv or .xlsx.")
          Path out) {
    String name = out.getFileName().toString();
    String form = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String whole = out.toAbsolutePath().normalize().toString();
    return print(call("export", Map.of("reportId", report, "form", form, "out", whole)));
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    return ask("report/" + verb, with);
  }

  private int print(List<Map<String, String>> rows) {
    PrintWriter out = out();
    for (Map<String, String> row : rows) {
      if (row.containsKey("step")) {
        out.printf(
            "  %s by %s (%s), %s%s%n    document SHA-256 %s%n",
            row.get("step"),
            row.get("name"),
            row.get("userId"),
            row.get("at"),
            row.getOrDefault("comment", "").isEmpty() ? "" : ": " + row.get("comment"),
            row.get("signed"));
      } else {
        line(out, row);
        CommandLines.fact(out, "corrects", row.get("corrects"));
        CommandLines.fact(out, "reason", row.get("reason"));
        CommandLines.fact(out, "note", row.get("note"));
        CommandLines.fact(out, "document SHA-256", row.get("document"));
      }
    }
    out.flush();
    return 0;
  }

  private static void line(PrintWriter out, Map<String, String> row) {
    out.printf(
        LINE,
        row.get("reportId"),
        row.get("kind"),
        row.get("state"),
        row.get("madeBy"),
        row.get("madeAt"),
        row.get("from") + " – " + row.get("until"));
  }
}
