package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens a file that version 1 wrote.
class OldTablesTest {
  private static final long T0 = 1_790_000_000_000L;
  private static final int ROWS = 20_000;

  @TempDir Path folder;

  @BeforeEach
  void writeAsVersion1Did() throws SQLException {
    String url = "jdbc:sqlite:" + file();
    Flyway.configure(SqliteDatabase.class.getClassLoader())
        .dataSource(url, null, null)
        .locations("classpath:ai/cryox/backend/store/migration")
        .loggers("slf4j")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          INSERT INTO reading SELECT 'temp_' || (i %% 4), %d + i * 1000, 'north', i / 100.0, NULL,
            %d + i * 1000 + 200, 0, 'id_' || i, NULL, NULL, NULL, NULL, NULL, NULL FROM n\
          """
              .formatted(ROWS, T0, T0));
      statement.executeUpdate(
          """
          INSERT INTO reading VALUES ('full', %d, 'south', 2.5, 65.2, %d, 1, 'full_1', 43.5, -79.25,
            1, 0.95, 2592000, '{"door":"open"}')\
          """
              .formatted(T0, T0 + 5));
      statement.executeUpdate(
          "INSERT INTO telemetry VALUES ('full', %d, 'south', %d, 120.5, 0.8, 1, 0, NULL, -61, NULL)"
              .formatted(T0, T0 + 5));
      statement.executeUpdate(
          """
          INSERT INTO device_status VALUES ('full', %d, 'south', %d, 'device_1', 'online', 85, -65,
            '1.2.3', 30, 5, -20, NULL)\
          """
              .formatted(T0, T0 + 5));
    }
  }

  private Path file() {
    return folder.resolve(SqliteDatabase.FILE);
  }

  /// Opens the file as it is and looks at what is in it.
  private interface Look {
    void at(SqliteDatabase database, SeriesStore series);
  }

  private void open(Look look) {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      look.at(database, new SeriesStore(database));
    }
  }

  private static List<ReceivedReading> readings(SeriesStore series, String device) {
    return new SqliteReadingStore(series)
        .read(
            ReadingQuery.ofDevice(device, Instant.EPOCH, Instant.ofEpochMilli(T0 * 2)),
            PageRequest.first(PageRequest.LARGEST))
        .items();
  }

  @Test
  void everyReadingIsTakenOverWithAllItSays() {
    open((database, series) -> {
      assertEquals(ROWS + 1, new SqliteReadingStore(series).count());
      assertEquals(ROWS / 4, readings(series, "temp_1").size());
      ReadingNotes notes =
          new ReadingNotes(
              "full_1", new Location(43.5, -79.25), true, 0.95, 2_592_000, "{\"door\":\"open\"}");
      Reading reading = new Reading("full", "south", Instant.ofEpochMilli(T0), 2.5, 65.2, notes);
      assertEquals(
          List.of(new ReceivedReading(reading, Instant.ofEpochMilli(T0 + 5), true)),
          readings(series, "full"));
    });
  }

  @Test
  void telemetryAndDeviceRecordsAreTakenOver() {
    open((database, series) -> {
      SqliteMessageStore messages = new SqliteMessageStore(series);
      assertEquals(120.5, messages.newestTelemetry().getFirst().power());
      assertEquals("1.2.3", messages.newestStatuses().getFirst().firmware());
    });
  }

  @Test
  void theSpaceOfTheOldTablesIsGivenBack() throws IOException {
    long before = Files.size(file());
    open((database, series) -> {});
    assertTrue(Files.size(file()) < before / 2, "%d of %d".formatted(Files.size(file()), before));
    open((database, series) -> {
      int mode =
          database.read(
              handle -> handle.createQuery("PRAGMA auto_vacuum").mapTo(Integer.class).one());
      assertEquals(2, mode, "space is not given back bit by bit from now on");
    });
  }

  @Test
  void whatWasBrokenOffIsBegunAgainAndNothingIsThereTwice() throws SQLException {
    List<ReceivedReading> before = new ArrayList<>();
    open((database, series) -> before.addAll(readings(series, "temp_1")));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE old_telemetry (device_id, time_ms)");
      statement.executeUpdate("CREATE TABLE old_device_status (device_id, time_ms)");
      statement.executeUpdate(
          """
          CREATE TABLE old_reading AS SELECT 'temp_1' AS device_id, %d + 1000 AS time_ms,
            'north' AS facility_id, 0.01 AS temperature_degc, NULL AS humidity_percent,
            %d + 1200 AS received_ms, 0 AS late, 'id_1' AS wire_id, NULL AS latitude,
            NULL AS longitude, NULL AS anomaly, NULL AS confidence, NULL AS ttl_s, NULL AS extra\
          """
              .formatted(T0, T0));
    }
    open((database, series) -> {
      assertEquals(ROWS + 1, new SqliteReadingStore(series).count());
      assertEquals(before, readings(series, "temp_1"));
    });
  }
}
