package ai.cryox.app.alarms;

import ai.cryox.app.text.CsvCell;
import ai.cryox.app.text.WholeFile;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Writes the log of alarms to a file, a line for each transition, as comma-separated values (RFC
/// 4180, UTF-8, times in UTC). Blocks; the memory it takes does not depend on how many there are.
final class AlarmFile {
  private static final int PAGE = 200;

  private final Session session;

  AlarmFile(Session session) {
    this.session = session;
  }

  /// Writes all that happened to the alarms that the question finds, the newest alarm first. The
  /// file is there whole or not at all.
  ///
  /// @param cancelled asked between alarms
  /// @return how many lines
  /// @throws UncheckedIOException if it cannot be written
  /// @throws CancellationException if it was broken off
  int write(AlarmQuery query, Path file, BooleanSupplier cancelled) {
    try {
      return WholeFile.write(file, draft -> writePages(query, draft, cancelled));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int writePages(AlarmQuery query, Path draft, BooleanSupplier cancelled)
      throws IOException {
    int lines = 0;
    try (Writer out = Files.newBufferedWriter(draft)) {
      out.write(
          CsvCell.line(
              "at",
              "timestamp",
              "alarmId",
              "deviceId",
              "facilityId",
              "condition",
              "severity",
              "event",
              "from",
              "to",
              "value",
              "limit",
              "raisedAt",
              "returnedAt",
              "who",
              "comment"));
      String token = null;
      do {
        Page<Alarm> page = session.alarms(query, new PageRequest(PAGE, token));
        for (Alarm alarm : page.items()) {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException("It was broken off.");
          }
          for (AlarmChange change : session.journal(alarm.alarmId())) {
            out.write(line(alarm, change));
            lines++;
          }
        }
        token = page.continuationToken();
      } while (token != null);
    }
    return lines;
  }

  private static String line(Alarm alarm, AlarmChange change) {
    String before =
        CsvCell.line(
            change.at().toString(),
            change.time().toString(),
            alarm.alarmId(),
            alarm.deviceId(),
            alarm.facilityId(),
            alarm.condition().name(),
            change.severity().name(),
            change.event().name(),
            change.from().name(),
            change.to().name());
    String after =
        CsvCell.line(
            alarm.raisedAt().toString(),
            text(alarm.returnedAt()),
            change.actor(),
            change.comment());
    return "%s,%s,%s,%s"
        .formatted(before.strip(), number(change.value()), number(alarm.limit()), after);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /// Stays a number, also below zero.
  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
