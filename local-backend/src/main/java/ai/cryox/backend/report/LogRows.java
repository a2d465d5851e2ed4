package ai.cryox.backend.report;

import ai.cryox.backend.sheet.Column;
import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.report.ReportKind;
import java.util.List;
import java.util.stream.Collectors;

/// The data of reports that are about something else than readings, line by line.
final class LogRows {
  private LogRows() {}

  /// The names of the columns.
  static String[] columns(ReportKind kind) {
    return switch (kind) {
      case PERIOD, UNIT, EXCURSION, TRIP ->
          new String[] {"deviceId", "timestamp", "temperature", "corrected", "receivedLateAt"};
      case ALARMS, HANDOVER ->
          new String[] {
            "at",
            "timestamp",
            "alarmId",
            "deviceId",
            "condition",
            "severity",
            "event",
            "from",
            "to",
            "value",
            "who",
            "comment"
          };
      case AUDIT ->
          new String[] {
            "at", "who", "what", "deviceId", "address", "outcome", "occurrences", "detail"
          };
      case CALIBRATION ->
          new String[] {
            "number", "deviceId", "serial", "model", "certificate", "laboratory", "calibratedOn",
            "dueOn", "uncertainty", "points", "validFrom", "recordedAt", "recordedBy", "reason"
          };
    };
  }

  /// What the fields of a column are.
  static Column column(String name) {
    return switch (name) {
      case "timestamp", "receivedLateAt", "at", "validFrom", "recordedAt" -> Column.TIME;
      case "temperature", "corrected", "value", "uncertainty" -> Column.DECIMAL;
      case "occurrences", "number" -> Column.WHOLE;
      default -> Column.TEXT;
    };
  }

  static void journal(List<JournalLine> lines, DataWriter data) {
    for (JournalLine line : lines) {
      AlarmChange change = line.change();
      data.buffer()
          .time(change.at().toEpochMilli())
          .time(change.time().toEpochMilli())
          .field(change.alarmId())
          .field(line.alarm().deviceId())
          .field(line.alarm().condition().name())
          .field(change.severity().name())
          .field(change.event().name())
          .field(change.from().name())
          .field(change.to().name())
          .field(change.value())
          .field(change.actor())
          .field(change.comment());
      data.row();
    }
  }

  static void audit(List<AuditEntry> lines, DataWriter data) {
    for (AuditEntry line : lines) {
      data.buffer()
          .time(line.at().toEpochMilli())
          .field(line.who())
          .field(line.what())
          .field(line.deviceId())
          .field(line.address())
          .field(line.outcome().name())
          .field(Integer.toString(line.occurrences()))
          .field(line.detail());
      data.row();
    }
  }

  static void register(List<Calibration> entries, DataWriter data) {
    for (Calibration entry : entries) {
      data.buffer()
          .field(Long.toString(entry.number()))
          .field(entry.deviceId())
          .field(entry.serial())
          .field(entry.model())
          .field(entry.certificate())
          .field(entry.laboratory())
          .field(entry.calibratedOn().toString())
          .field(entry.dueOn().toString())
          .field(entry.uncertainty())
          .field(
              entry.correction().points().stream()
                  .map(point -> point.indicated() + ":" + point.added())
                  .collect(Collectors.joining(" ")))
          .time(entry.validFrom().toEpochMilli())
          .time(entry.recordedAt().toEpochMilli())
          .field(entry.recordedBy())
          .field(entry.reason());
      data.row();
    }
  }
}
