package ai.cryox.backend.report;

import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes what is told line by line: alarms, the audit trail, calibrations.
///
/// @param words the report's
/// @param html where it is written
record LogSections(ReportWords words, Html html) {
  private ExcursionWords told() {
    return new ExcursionWords(words);
  }

  /// What happened to alarms.
  void journal(ReportContent content) {
    if (content.journal().isEmpty()) {
      html.leaf("p", words.say("alarms.none"));
      return;
    }
    Table table =
        Table.named(
            html,
            "journal",
            words.say("time"),
            words.say("unit"),
            words.say("conditionWord"),
            words.say("what"),
            ">" + words.say("value"),
            words.say("who"),
            words.say("detail"));
    for (JournalLine line : content.journal()) {
      AlarmChange change = line.change();
      table
          .row()
          .cell(words.time(change.at()))
          .cell(content.nameOf(line.alarm().deviceId()))
          .cell(words.say(line.alarm().condition()), words.say(change.severity()))
          .cell(words.say(change.event()))
          .cell(told().value(change.value(), line.alarm().condition(), false))
          .cell(change.actor().isEmpty() ? words.say("nobody") : change.actor())
          .cell(change.comment().isEmpty() ? line.alarm().message() : change.comment())
          .end();
    }
    table.close();
  }

  /// The alarms that are open at the end, as they stand now.
  void open(ReportContent content) {
    Map<String, Alarm> open = new LinkedHashMap<>();
    content.journal().forEach(line -> open.put(line.alarm().alarmId(), line.alarm()));
    open.values().removeIf(alarm -> !alarm.state().isActive());
    if (open.isEmpty()) {
      html.leaf("p", words.say("handover.open.none"));
      return;
    }
    Table table =
        Table.named(
            html,
            "open",
            words.say("unit"),
            words.say("conditionWord"),
            words.say("state"),
            words.say("since"),
            ">" + words.say("peak"),
            words.say("who"),
            words.say("detail"));
    for (Alarm alarm : open.values()) {
      String by = alarm.acknowledgedBy();
      table
          .row()
          .cell(content.nameOf(alarm.deviceId()))
          .cell(words.say(alarm.condition()), words.say(alarm.severity()))
          .cell(words.say(alarm.state()))
          .cell(words.time(alarm.raisedAt()))
          .cell(told().value(alarm.peak(), alarm.condition(), false))
          .cell(by == null ? words.say("none") : by)
          .cell(alarm.comment().isEmpty() ? alarm.message() : alarm.comment())
          .end();
    }
    table.close();
  }

  /// Lines of the audit trail.
  void audit(List<AuditEntry> lines) {
    if (lines.isEmpty()) {
      html.leaf("p", words.say("audit.none"));
      return;
    }
    Table table =
        Table.named(
            html,
            "audit",
            words.say("time"),
            words.say("who"),
            words.say("what"),
            words.say("unit"),
            words.say("outcome"),
            words.say("detail"));
    for (AuditEntry line : lines) {
      String device = line.deviceId();
      table
          .row()
          .cell(words.time(line.at()))
          .cell(line.who())
          .cell(line.what())
          .cell(device == null ? words.say("none") : device)
          .cell(
              words.say(line.outcome())
                  + (line.occurrences() > 1 ? " × " + line.occurrences() : ""))
          .cell(line.detail())
          .end();
    }
    table.close();
  }

  /// The register, device by device, newest entry first.
  ///
  /// @param today by the facility's calendar
  void register(ReportContent content, LocalDate today) {
    if (content.register().isEmpty()) {
      html.leaf("p", words.say("calibration.register.none"));
      return;
    }
    Table table =
        Table.named(
            html,
            "register",
            words.say("unit"),
            words.say("calibration.column.sensor"),
            words.say("calibration.column.certificate"),
            words.say("calibration.column.on"),
            words.say("calibration.column.due"),
            words.say("calibration.column.correction"),
            ">" + words.say("calibration.column.uncertainty"),
            words.say("calibration.column.recorded"));
    content.register().stream()
        .sorted(
            Comparator.comparing(Calibration::deviceId)
                .thenComparing(Calibration::number, Comparator.reverseOrder()))
        .forEach(entry ->
            table
                .row()
                .cell(content.nameOf(entry.deviceId()))
                .cell(entry.serial(), entry.model())
                .cell(entry.certificate(), entry.laboratory())
                .cell(words.date(entry.calibratedOn()))
                .cell(words.date(entry.dueOn()), words.say(entry.due(today)))
                .cell(told().correction(entry), words.stampBelowDate(entry.validFrom()))
                .cell(told().uncertaintyInColumn(entry))
                .cell(
                    words.stampBelowDate(entry.recordedAt()),
                    entry.recordedBy() + (entry.reason().isEmpty() ? "" : ": " + entry.reason()))
                .end());
    table.close();
  }
}
