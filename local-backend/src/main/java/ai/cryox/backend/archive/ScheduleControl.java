package ai.cryox.backend.archive;

import ai.cryox.core.backend.Control;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.Pending;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calls `report/schedule-…`: texts in, texts out.
///
/// @param schedules as the owner of the data folder sees them
record ScheduleControl(Schedules schedules) implements Control {
  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return switch (call) {
      case "report/schedule-list" -> schedules.list().stream().map(ScheduleControl::row).toList();
      case "report/schedule-show" -> List.of(show(text(with, "scheduleId")));
      case "report/schedule-add" -> List.of(row(schedules.add(order(with)), null));
      case "report/schedule-pause" -> List.of(move(with, ReportSchedule.State.PAUSED));
      case "report/schedule-resume" -> List.of(move(with, ReportSchedule.State.ACTIVE));
      case "report/schedule-remove" -> List.of(move(with, ReportSchedule.State.REMOVED));
      case "report/schedule-run" -> List.of(row(schedules.run(text(with, "scheduleId")), null));
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private Map<String, String> show(String scheduleId) {
    return schedules.list().stream()
        .filter(one -> one.schedule().scheduleId().equals(scheduleId))
        .map(ScheduleControl::row)
        .findFirst()
        .orElseThrow(() -> ScheduleBook.unknown(scheduleId));
  }

  private Map<String, String> move(Map<String, String> with, ReportSchedule.State state) {
    return row(schedules.move(text(with, "scheduleId"), state), null);
  }

  private static ScheduleOrder order(Map<String, String> with) {
    String people = with.getOrDefault("personIds", "");
    return new ScheduleOrder(
        ReportKind.named(text(with, "kind")),
        text(with, "facilityId"),
        with.get("deviceId"),
        new ReportTiming(
            Cadence.named(text(with, "cadence")), day(text(with, "day")), time(text(with, "at"))),
        Arrays.stream(people.split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList());
  }

  private static int day(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("'%s' is no day.".formatted(text), none);
    }
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          "'%s' is no time of day; write it like 06:00.".formatted(text), none);
    }
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.getOrDefault(name, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  private static Map<String, String> row(Scheduled scheduled) {
    return row(scheduled.schedule(), scheduled.last());
  }

  private static Map<String, String> row(ReportSchedule schedule, @Nullable StoredReport last) {
    ScheduleOrder order = schedule.order();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("scheduleId", schedule.scheduleId());
    row.put("kind", order.kind().wireName());
    row.put("facilityId", order.facilityId());
    if (order.deviceId() != null) {
      row.put("deviceId", order.deviceId());
    }
    row.put("cadence", order.timing().cadence().wireName());
    row.put("day", Integer.toString(order.timing().day()));
    row.put("at", order.timing().at().toString());
    row.put("zone", schedule.zone().getId());
    row.put("personIds", String.join(",", order.personIds()));
    row.put("state", schedule.state().name());
    row.put("nextAt", schedule.nextAt().toString());
    Pending pending = schedule.pending();
    if (pending != null) {
      row.put("underway", pending.reportId());
      row.put("attempts", Integer.toString(pending.attempts()));
      row.put("tryAt", pending.tryAt().toString());
      row.put("failure", pending.failure());
    }
    if (last != null) {
      row.put("last", last.reportId());
      row.put("lastState", last.state().wireName());
      row.put("lastReason", last.reason());
    }
    return row;
  }
}
