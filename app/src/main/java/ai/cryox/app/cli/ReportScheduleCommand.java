package ai.cryox.app.cli;

import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `cryox reports schedule`: reports that the backend makes by itself, and who gets them by mail.
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = "Have reports made by themselves each day, week or month, and mailed.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The backend makes them (`cryox serve`, `console` or `demo`); what fell due while it was off",
      "is made after its next start, and says so. They are drafts, to be signed by two people."
    })
public final class ReportScheduleCommand extends CommandGroup {
  private static final String LINE = "%-16s %-11s %-28s %-24s %-8s %-21s %s%n";
  private static final long LOOK_MILLIS = 500;
  private static final int LOOKS = 240;

  @ParentCommand private @Nullable ReportsCommand reports;

  @Command(
      name = "add",
      description = "Add a schedule. By the facility's clock, as its letterhead says.")
  int add(
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
      @Option(
              names = "--every",
              paramLabel = "C",
              required = true,
              description = "daily, weekly or monthly: the day, seven days or month before.")
          String every,
      @Option(
              names = "--day",
              paramLabel = "N",
              description =
                  "Of the week, such as monday, or of the month, 1 to 28. Usual: the first.")
          @Nullable String day,
      @Option(
              names = "--at",
              paramLabel = "HH:MM",
              defaultValue = "06:00",
              description = "When. Usual: 06:00.")
          String at,
      @Option(
              names = "--mail-to",
              paramLabel = "P",
              split = ",",
              description = "Ids of people in the call-out plan.")
          @Nullable List<String> mailTo) {
    Map<String, String> with = new HashMap<>();
    with.put("facilityId", facility);
    CommandLines.keep(with, "deviceId", unit);
    ReportKind usual = unit == null ? ReportKind.PERIOD : ReportKind.UNIT;
    with.put("kind", kind == null ? usual.wireName() : kind);
    with.put("cadence", every);
    try {
      with.put("day", day == null ? usualDay(every) : day(day));
    } catch (IllegalArgumentException nonsense) {
      throw CommandLines.refusal(spec(), String.valueOf(nonsense.getMessage()));
    }
    with.put("at", at);
    with.put("personIds", mailTo == null ? "" : String.join(",", mailTo));
    return print(call("add", with));
  }

  private static String usualDay(String every) {
    return Integer.toString(Cadence.named(every).firstDay());
  }

  private static String day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return Integer.toString(day.getValue());
      }
    }
    return text.strip();
  }

  @Command(name = "list", description = "List the schedules, the next due first.")
  int list() {
    List<Map<String, String>> rows = call("list", Map.of());
    if (rows.isEmpty()) {
      out()
          .println(
              "No report is made by itself yet. `cryox reports schedule add` adds a schedule.");
      return 0;
    }
    return print(rows);
  }

  @Command(
      name = "pause",
      description = "Pause a schedule; what falls due meanwhile is not made up for.")
  int pause(@Parameters(paramLabel = "SCHEDULE", description = "Its id.") String schedule) {
    return print(call("pause", Map.of("scheduleId", schedule)));
  }

  @Command(name = "resume", description = "Let a schedule go on, or bring back a removed one.")
  int resume(@Parameters(paramLabel = "SCHEDULE", description = "Its id.") String schedule) {
    return print(call("resume", Map.of("scheduleId", schedule)));
  }

  @Command(name = "remove", description = "Remove a schedule; its reports stay.")
  int remove(@Parameters(paramLabel = "SCHEDULE", description = "Its id.") String schedule) {
    return print(call("remove", Map.of("scheduleId", schedule)));
  }

  @Command(
      name = "run",
      description = "Make the report of the last whole period now, and wait for it.")
  int runNow(@Parameters(paramLabel = "SCHEDULE", description = "Its id.") String schedule) {
    return parent()
        .together(
            spec(),
            reach -> {
              Map<String, String> id = Map.of("scheduleId", schedule);
              List<Map<String, String>> rows = reach.call("report/schedule-run", id);
              String number = rows.getFirst().get("underway");
              for (int i = 0; i < LOOKS; i++) {
                rows = reach.call("report/schedule-show", id);
                Map<String, String> now = rows.getFirst();
                if (!Objects.equals(now.get("underway"), number)) {
                  return print(rows);
                }
                if (!now.getOrDefault("failure", "").isEmpty()) {
                  print(rows);
                  return 1;
                }
                pause();
              }
              return print(rows);
            });
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private ReportsCommand parent() {
    return Objects.requireNonNull(reports, "picocli sets it");
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    return parent().together(spec(), reach -> reach.call("report/schedule-" + verb, with));
  }

  private int print(List<Map<String, String>> rows) {
    PrintWriter out = out();
    out.printf(LINE, "SCHEDULE", "KIND", "ABOUT", "WHEN", "STATE", "NEXT", "LAST");
    for (Map<String, String> row : rows) {
      String unit = row.get("deviceId");
      out.printf(
          LINE,
          row.get("scheduleId"),
          row.get("kind"),
          row.get("facilityId") + (unit == null ? "" : " " + unit),
          when(row),
          String.valueOf(row.get("state")).toLowerCase(Locale.ROOT),
          row.get("nextAt"),
          row.containsKey("last") ? row.get("last") + ", " + row.get("lastState") : "–");
      CommandLines.fact(out, "mailed to", row.get("personIds"));
      CommandLines.fact(out, "under way", row.get("underway"));
      CommandLines.fact(out, "failed, tried again at " + row.get("tryAt"), row.get("failure"));
      CommandLines.fact(out, "reason", row.get("lastReason"));
    }
    out.flush();
    return 0;
  }

  private static String when(Map<String, String> row) {
    String day = row.getOrDefault("day", "0");
    String cadence = row.getOrDefault("cadence", "");
    String on =
        switch (cadence) {
          case "weekly" ->
              " " + DayOfWeek.of(Integer.parseInt(day)).name().toLowerCase(Locale.ROOT);
          case "monthly" -> " " + day + ".";
          default -> "";
        };
    return cadence + on + " " + row.get("at");
  }
}
