package ai.cryox.backend.store;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Readings, one row each, keyed by device and time.
public final class SqliteReadingStore implements ReadingStore {
  private static final String INSERT =
      """
      INSERT INTO reading (device_id, time_ms, facility_id, temperature_degc, humidity_percent,
        received_ms, late, wire_id, latitude, longitude, anomaly, confidence, ttl_s, extra)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (device_id, time_ms) DO NOTHING
      """;

  private final SqliteDatabase database;

  /// Readings of this database.
  public SqliteReadingStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void append(List<ReceivedReading> readings) {
    if (readings.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = database.writer().getConnection().prepareStatement(INSERT)) {
      for (ReceivedReading received : readings) {
        bind(insert, received);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new StoreException(
          "Readings cannot be stored: %s.".formatted(failed.getMessage()), failed);
    }
  }

  private static void bind(PreparedStatement insert, ReceivedReading received) throws SQLException {
    Reading reading = received.reading();
    ReadingNotes notes = reading.notes();
    Location location = notes.location();
    insert.setString(1, reading.deviceId());
    insert.setLong(2, reading.time().toEpochMilli());
    insert.setString(3, reading.facilityId());
    insert.setDouble(4, reading.temperature());
    insert.setObject(5, reading.humidity());
    insert.setLong(6, received.receivedAt().toEpochMilli());
    insert.setBoolean(7, received.late());
    insert.setString(8, notes.id());
    insert.setObject(9, location == null ? null : location.latitude());
    insert.setObject(10, location == null ? null : location.longitude());
    insert.setObject(11, notes.anomaly());
    insert.setObject(12, notes.confidence());
    insert.setObject(13, notes.ttl());
    insert.setString(14, notes.extra());
  }

  @Override
  public Optional<ReceivedReading> find(String deviceId, Instant time) {
    return database
        .writer()
        .createQuery("SELECT * FROM reading WHERE device_id = :device AND time_ms = :time")
        .bind("device", deviceId)
        .bind("time", time.toEpochMilli())
        .map((row, context) -> map(row))
        .findOne();
  }

  @Override
  public Page<ReceivedReading> read(ReadingQuery query, PageRequest page) {
    String kind = "reading:" + query;
    PageToken after = PageToken.parse(page.continuationToken(), kind);
    List<ReceivedReading> found =
        database.read(handle -> select(handle, query, after, page.size() + 1));
    return PageToken.page(
        found,
        page.size(),
        kind,
        last -> last.reading().time().toEpochMilli(),
        last -> last.reading().deviceId());
  }

  private static List<ReceivedReading> select(
      Handle handle, ReadingQuery query, @Nullable PageToken after, int limit) {
    StringBuilder sql =
        new StringBuilder("SELECT * FROM reading WHERE time_ms >= :from AND time_ms < :until");
    if (query.facilityId() != null) {
      sql.append(" AND facility_id = :facility");
    }
    if (query.deviceId() != null) {
      sql.append(" AND device_id = :device");
    }
    if (after != null) {
      sql.append(" AND (time_ms, device_id) > (:afterTime, :afterId)");
    }
    Query select = handle.createQuery(sql.append(" ORDER BY time_ms, device_id LIMIT :limit"));
    long from = query.from().toEpochMilli();
    select.bind("from", after == null ? from : Math.max(from, after.time()));
    select.bind("until", query.until().toEpochMilli());
    select.bind("limit", limit);
    if (query.facilityId() != null) {
      select.bind("facility", query.facilityId());
    }
    if (query.deviceId() != null) {
      select.bind("device", query.deviceId());
    }
    if (after != null) {
      select.bind("afterTime", after.time()).bind("afterId", after.id());
    }
    return select.map((row, context) -> map(row)).list();
  }

  @Override
  public List<ReceivedReading> newest(String deviceId, int count) {
    List<ReceivedReading> newestFirst =
        database.read(handle ->
            handle
                .createQuery(
                    "SELECT * FROM reading WHERE device_id = :device"
                        + " ORDER BY time_ms DESC LIMIT :count")
                .bind("device", deviceId)
                .bind("count", count)
                .map((row, context) -> map(row))
                .list());
    return new ArrayList<>(newestFirst).reversed();
  }

  @Override
  public long count() {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM reading").mapTo(Long.class).one());
  }

  private static ReceivedReading map(ResultSet row) throws SQLException {
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
            notes.equals(ReadingNotes.NONE) ? ReadingNotes.NONE : notes);
    return new ReceivedReading(
        reading, Instant.ofEpochMilli(row.getLong("received_ms")), row.getBoolean("late"));
  }
}
