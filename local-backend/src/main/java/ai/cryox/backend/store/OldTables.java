package ai.cryox.backend.store;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes over what version 1 kept as one SQL row each, and drops its tables. Broken off, it is
/// begun again with the next start; nothing is there twice.
final class OldTables {
  private static final Logger LOG = LoggerFactory.getLogger(OldTables.class);
  private static final List<String> TABLES =
      List.of("old_reading", "old_telemetry", "old_device_status");

  private static final int AT_ONCE = 5_000;

  private final SqliteDatabase database;
  private final SqliteReadingStore readings;
  private final SqliteMessageStore messages;

  OldTables(SqliteDatabase database, SeriesStore store) {
    this.database = database;
    this.readings = new SqliteReadingStore(store);
    this.messages = new SqliteMessageStore(store);
  }

  void takeOver() {
    boolean there =
        database
            .writer()
            .createQuery("SELECT 1 FROM sqlite_schema WHERE name = 'old_reading'")
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!there) {
      return;
    }
    boolean used = TABLES.stream().anyMatch(this::hasRows);
    if (used) {
      LOG.info("Taking over what an older version stored; that may take minutes.");
    }
    copy("old_reading", (row, context) -> reading(row), readings::append);
    copy(
        "old_telemetry",
        (row, context) -> row(row, telemetry(row)),
        rows -> rows.forEach(row -> messages.appendTelemetry(List.of(row.message), row.at)));
    copy(
        "old_device_status",
        (row, context) -> row(row, status(row)),
        rows -> rows.forEach(row -> messages.appendStatuses(List.of(row.message), row.at)));
    TABLES.forEach(table -> database.writer().execute("DROP TABLE " + table));
    database.commit();
    if (used) {
      giveBackSpace();
      LOG.info("What the older version stored is taken over.");
    }
  }

  private boolean hasRows(String table) {
    return database
        .writer()
        .createQuery("SELECT 1 FROM %s LIMIT 1".formatted(table))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// The file was made before space was given back bit by bit; writing it anew once makes it
  /// smaller and lets it be smaller from then on. Without room for that it stays as large as it is.
  private void giveBackSpace() {
    try {
      database.rewrite();
    } catch (SQLException failed) {
      LOG.warn("The data file stays as large as it was: {}.", failed.getMessage());
    }
  }

  private record Old<T>(T message, Instant at) {}

  private static <T> Old<T> row(ResultSet row, T message) throws SQLException {
    return new Old<>(message, Instant.ofEpochMilli(row.getLong("received_ms")));
  }

  private <T> void copy(String table, RowMapper<T> mapper, Consumer<List<T>> append) {
    String afterDevice = "";
    long afterTime = Long.MIN_VALUE;
    while (true) {
      List<Key> keys = new ArrayList<>();
      List<T> rows =
          database
              .writer()
              .createQuery(
                  "SELECT * FROM %s WHERE (device_id, time_ms) > (:device, :time)".formatted(table)
                      + " ORDER BY device_id, time_ms LIMIT :limit")
              .bind("device", afterDevice)
              .bind("time", afterTime)
              .bind("limit", AT_ONCE)
              .map((row, context) -> {
                keys.add(new Key(row.getString("device_id"), row.getLong("time_ms")));
                return mapper.map(row, context);
              })
              .list();
      if (rows.isEmpty()) {
        return;
      }
      append.accept(rows);
      database.commit();
      afterDevice = keys.getLast().deviceId;
      afterTime = keys.getLast().time;
    }
  }

  private record Key(String deviceId, long time) {}

  private static ReceivedReading reading(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    Double latitude = columns.decimal("latitude");
    Double longitude = columns.decimal("longitude");
    ReadingNotes notes =
        new ReadingNotes(
            columns.text("wire_id"),
            latitude == null || longitude == null ? null : new Location(latitude, longitude),
            columns.flag("anomaly"),
            columns.decimal("confidence"),
            columns.whole("ttl_s"),
            columns.text("extra"));
    Reading reading =
        new Reading(
            row.getString("device_id"),
            row.getString("facility_id"),
            Instant.ofEpochMilli(row.getLong("time_ms")),
            row.getDouble("temperature_degc"),
            columns.decimal("humidity_percent"),
            notes);
    return new ReceivedReading(
        reading, Instant.ofEpochMilli(row.getLong("received_ms")), row.getBoolean("late"));
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
    Double high = columns.decimal("high_degc");
    Double low = columns.decimal("low_degc");
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
            high == null && low == null ? null : new AlertThresholds(high, low)),
        columns.text("extra"));
  }
}
