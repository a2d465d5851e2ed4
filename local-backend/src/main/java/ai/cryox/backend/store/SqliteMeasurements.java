package ai.cryox.backend.store;

import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import ai.cryox.backend.series.StatusRows;
import ai.cryox.backend.series.TelemetryRows;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that devices measure, summed up in windows, and what explains it. Any thread.
public final class SqliteMeasurements {
  /// A door that was opened longer ago than this, before the period, is not looked for.
  private static final Duration LOOK_BACK = Duration.ofHours(12);

  private final SeriesStore store;

  /// Measurements of this store.
  public SqliteMeasurements(SeriesStore store) {
    this.store = store;
  }

  /// Windows of one device's quantity, oldest first, of what it said with `from` < time ≤ `until`.
  ///
  /// @param resolution a window's length, at least a millisecond
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    Span span = new Span(from.toEpochMilli(), until.toEpochMilli(), resolution.toMillis());
    return switch (quantity) {
      case TEMPERATURE -> windows(Schema.READING, Schema.VALUE, deviceId, span);
      case HUMIDITY -> windows(Schema.READING, ReadingRows.HUMIDITY, deviceId, span);
      case POWER -> windows(Schema.TELEMETRY, TelemetryRows.POWER, deviceId, span);
      case EFFICIENCY -> windows(Schema.TELEMETRY, TelemetryRows.EFFICIENCY, deviceId, span);
      case BATTERY -> either(TelemetryRows.BATTERY, StatusRows.BATTERY, deviceId, span);
      case SIGNAL -> either(TelemetryRows.SIGNAL, StatusRows.SIGNAL, deviceId, span);
    };
  }

  private record Span(long from, long until, long resolution) {}

  /// Devices say how they are in telemetry or in records of their own, seldom in both.
  private List<Bucket> either(int telemetry, int status, String deviceId, Span span) {
    List<Bucket> found = windows(Schema.TELEMETRY, telemetry, deviceId, span);
    return found.isEmpty() ? windows(Schema.STATUS, status, deviceId, span) : found;
  }

  private List<Bucket> windows(Schema schema, int column, String deviceId, Span span) {
    Series series = store.series(schema, deviceId);
    return series == null
        ? List.of()
        : store.reader().aggregate(series, column, span.from(), span.until(), span.resolution());
  }

  /// When a door stood open and when was defrosted, oldest first, of what overlaps `from` ≤ time <
  /// `until`.
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    Series series = store.series(Schema.TELEMETRY, deviceId);
    if (series == null || !from.isBefore(until)) {
      return List.of();
    }
    OccurrenceMeter doors = new OccurrenceMeter(Occurrence.Kind.DOOR_OPEN);
    OccurrenceMeter defrosts = new OccurrenceMeter(Occurrence.Kind.DEFROST);
    store
        .reader()
        .walk(
            List.of(series),
            new SeriesReader.Start(from.minus(LOOK_BACK).toEpochMilli(), ""),
            until.toEpochMilli(),
            new TelemetryRows(),
            said -> {
              doors.add(said.message().time(), said.message().doorOpen());
              defrosts.add(said.message().time(), DefrostNote.in(said.message().extra()));
              return true;
            });
    List<Occurrence> found = new ArrayList<>(doors.overlapping(from));
    found.addAll(defrosts.overlapping(from));
    found.sort(Comparator.comparing(Occurrence::from));
    return found;
  }
}
