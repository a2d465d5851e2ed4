package ai.cryox.backend.store;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Telemetry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What devices say besides temperatures: telemetry and their own records, keyed by device and
/// time. The first of two with the same key is kept.
public final class SqliteMessageStore {
  private final SqliteDatabase database;

  /// Messages of this database.
  public SqliteMessageStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Adds telemetry as part of the writer's open transaction.
  public void appendTelemetry(List<Telemetry> telemetry, Instant receivedAt) {
    PreparedBatch insert =
        database
            .writer()
            .prepareBatch(
                """
                INSERT OR IGNORE INTO telemetry (device_id, time_ms, facility_id, received_ms,
                  power_w, efficiency, door_open, compressor_on, battery_percent, signal_dbm, extra)
                VALUES (:device, :time, :facility, :received, :power, :efficiency, :door,
                  :compressor, :battery, :signal, :extra)\
                """);
    try (insert) {
      for (Telemetry one : telemetry) {
        insert
            .bind("device", one.deviceId())
            .bind("time", one.time().toEpochMilli())
            .bind("facility", one.facilityId())
            .bind("received", receivedAt.toEpochMilli())
            .bind("power", one.power())
            .bind("efficiency", one.efficiency())
            .bind("door", one.doorOpen())
            .bind("compressor", one.compressorOn())
            .bind("battery", one.battery())
            .bind("signal", one.signal())
            .bind("extra", one.extra())
            .add();
      }
      insert.execute();
    }
  }

  /// Adds devices' own records as part of the writer's open transaction.
  public void appendStatuses(List<DeviceStatus> statuses, Instant receivedAt) {
    PreparedBatch insert =
        database
            .writer()
            .prepareBatch(
                """
                INSERT OR IGNORE INTO device_status (device_id, time_ms, facility_id, received_ms,
                  wire_id, status, battery_percent, signal_dbm, firmware, sampling_s, high_degc,
                  low_degc, extra)
                VALUES (:device, :time, :facility, :received, :id, :status, :battery, :signal,
                  :firmware, :sampling, :high, :low, :extra)\
                """);
    try (insert) {
      for (DeviceStatus one : statuses) {
        AlertThresholds own = one.configuration().alertThresholds();
        insert
            .bind("device", one.deviceId())
            .bind("time", one.time().toEpochMilli())
            .bind("facility", one.facilityId())
            .bind("received", receivedAt.toEpochMilli())
            .bind("id", one.id())
            .bind("status", one.status())
            .bind("battery", one.battery())
            .bind("signal", one.signal())
            .bind("firmware", one.firmware())
            .bind("sampling", one.configuration().samplingRate())
            .bind("high", own == null ? null : own.temperatureHigh())
            .bind("low", own == null ? null : own.temperatureLow())
            .bind("extra", one.extra())
            .add();
      }
      insert.execute();
    }
  }

  /// The newest telemetry of every device that has some.
  public List<Telemetry> newestTelemetry() {
    return database.read(handle ->
        handle
            .createQuery("SELECT *, max(time_ms) FROM telemetry GROUP BY device_id")
            .map((row, context) -> telemetry(row))
            .list());
  }

  /// The newest record of every device that has one.
  public List<DeviceStatus> newestStatuses() {
    return database.read(handle ->
        handle
            .createQuery("SELECT *, max(time_ms) FROM device_status GROUP BY device_id")
            .map((row, context) -> status(row))
            .list());
  }

  private static Telemetry telemetry(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new Telemetry(
        row.getString("device_id"),
        row.getString("facility_id"),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        columns.decimal("power_w"),
        columns.decimal("efficiency"),
        columns.flag("door_open"),
        columns.flag("compressor_on"),
        columns.decimal("battery_percent"),
        columns.decimal("signal_dbm"),
        columns.text("extra"));
  }

  private static DeviceStatus status(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new DeviceStatus(
        columns.text("wire_id"),
        row.getString("device_id"),
        row.getString("facility_id"),
        row.getString("status"),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        columns.decimal("battery_percent"),
        columns.decimal("signal_dbm"),
        columns.text("firmware"),
        new DeviceConfiguration(
            columns.whole("sampling_s"),
            SqliteDeviceStore.thresholds(
                columns.decimal("high_degc"), columns.decimal("low_degc"))),
        columns.text("extra"));
  }
}
