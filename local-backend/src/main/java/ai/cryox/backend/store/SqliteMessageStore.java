package ai.cryox.backend.store;

import ai.cryox.backend.series.Received;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Series;
import ai.cryox.backend.series.StatusRows;
import ai.cryox.backend.series.TelemetryRows;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What devices say besides temperatures: telemetry and their own records, as series of rows. The
/// first of two with the same device and time is kept.
public final class SqliteMessageStore {
  private final SeriesStore store;
  private final TelemetryRows telemetryRows = new TelemetryRows();
  private final StatusRows statusRows = new StatusRows();

  /// Messages of this store.
  public SqliteMessageStore(SeriesStore store) {
    this.store = store;
  }

  /// Adds telemetry as part of the writer's open transaction.
  public void appendTelemetry(List<Telemetry> telemetry, Instant receivedAt) {
    store.append(telemetryRows, received(telemetry, receivedAt));
  }

  /// Adds devices' own records as part of the writer's open transaction.
  public void appendStatuses(List<DeviceStatus> statuses, Instant receivedAt) {
    store.append(statusRows, received(statuses, receivedAt));
  }

  private static <T> List<Received<T>> received(List<T> messages, Instant receivedAt) {
    return messages.stream().map(message -> new Received<>(message, receivedAt)).toList();
  }

  /// The newest telemetry of every device that has some.
  public List<Telemetry> newestTelemetry() {
    return newest(telemetryRows);
  }

  /// The newest record of every device that has one.
  public List<DeviceStatus> newestStatuses() {
    return newest(statusRows);
  }

  private <T> List<T> newest(RowMapping<Received<T>> mapping) {
    List<T> newest = new ArrayList<>();
    for (Series series : store.series(mapping.schema())) {
      store.reader().newest(series, 1, mapping).forEach(one -> newest.add(one.message()));
    }
    return newest;
  }

  /// A device's telemetry in a period, `from` ≤ time < `until`, oldest first.
  public List<Telemetry> telemetry(String deviceId, Instant from, Instant until) {
    return between(telemetryRows, deviceId, from, until);
  }

  /// A device's own records in a period, `from` ≤ time < `until`, oldest first.
  public List<DeviceStatus> statuses(String deviceId, Instant from, Instant until) {
    return between(statusRows, deviceId, from, until);
  }

  private <T> List<T> between(
      RowMapping<Received<T>> mapping, String deviceId, Instant from, Instant until) {
    Series series = store.series(mapping.schema(), deviceId);
    List<T> found = new ArrayList<>();
    if (series != null) {
      SeriesReader.Start start = new SeriesReader.Start(from.toEpochMilli(), "");
      store
          .reader()
          .walk(
              List.of(series),
              start,
              until.toEpochMilli(),
              mapping,
              one -> {
                found.add(one.message());
                return true;
              });
    }
    return found;
  }
}
