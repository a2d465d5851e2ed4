package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.ReadingNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
  @TempDir Path folder;
  private final List<Finding> findings = new ArrayList<>();

  private CheckReport check() {
    findings.clear();
    try (StoreFile file = StoreFile.in(folder)) {
      return new StoreCheck(file, findings::add, (done, of) -> {}).run();
    }
  }

  /// Two devices, of which one has chunks, a tail and rows in the log.
  private StoredData filled() {
    StoredData data = new StoredData(folder);
    for (int from = 0; from < 3_000; from += 300) {
      data.write("temp_001", from, from + 300);
    }
    data.write("temp_001", -900, -300);
    data.writeEverything("temp_002", ReadingNotes.NONE);
    return data;
  }

  private void assertFound(String sql, String... parts) {
    try (StoredData data = filled()) {
      data.meddle(handle -> handle.execute(sql));
      assertEquals(1, check().findings(), findings::toString);
    }
    for (String part : parts) {
      assertTrue(findings.getFirst().sentence().contains(part), findings.getFirst().sentence());
    }
  }

  @Test
  void aSoundFileIsSoundBesideItsWriterAndAlone() {
    CheckReport besideIt;
    try (StoredData data = filled()) {
      assertEquals(3_601, data.count());
      besideIt = check();
    }
    assertTrue(besideIt.isSound(), findings::toString);
    assertEquals(List.of(3_601L, 1L, 1L), rows(besideIt));
    assertEquals(4, besideIt.series());
    assertEquals(besideIt, check(), findings::toString);
  }

  private static List<Long> rows(CheckReport report) {
    return List.of(report.readings(), report.telemetry(), report.statuses());
  }

  @Test
  void aFlippedByteInAChunkIsNamedWithItsDeviceAndPeriod() {
    assertFound(
        "UPDATE chunk SET data = substr(data, 1, 99) || x'AA' || substr(data, 101) WHERE chunk_key"
            + " = 2",
        "chunk 2 of temp_001, 2026-03-01T03:08:00Z to 2026-03-01T03:15:59Z: the check sum does not"
            + " match");
  }

  @Test
  void aHeaderThatIsNotTrueIsFound() {
    assertFound("UPDATE chunk SET max_value = 99 WHERE chunk_key = 3", "chunk 3", "header");
  }

  @Test
  void aChunkThatIsThereTwiceIsFound() {
    try (StoredData data = filled()) {
      data.meddle(handle ->
          handle.execute(
              "INSERT INTO chunk SELECT 99, series_key, from_ms, until_ms, n, n_value, min_value,"
                  + " max_value, sum_value, data, NULL FROM chunk WHERE chunk_key = 2"));
      assertEquals(2, check().findings(), findings::toString);
    }
    assertTrue(findings.getFirst().what().contains("480 of its times are in chunk"));
    assertTrue(findings.getLast().what().contains("sealed_n"));
  }

  @Test
  void aLostChunkIsFoundByTheCountOfItsSeries() {
    assertFound("DELETE FROM chunk WHERE chunk_key = 2", "series 1 of temp_001", "sealed_n");
  }

  @Test
  void aSpanThatIsTooShortIsFound() {
    assertFound("UPDATE series SET span_ms = 5 WHERE series_key = 1", "span_ms is 5");
  }

  @Test
  void aSeriesOfAnUnknownDeviceIsFound() {
    assertFound("DELETE FROM device WHERE device_id = 'temp_001'", "there is no such device");
  }

  @Test
  void aHoleInTheLogIsFound() {
    try (StoredData data = new StoredData(folder)) {
      for (int second = 0; second < 5; second++) {
        data.write("temp_001", second, second + 1);
      }
      data.meddle(handle -> handle.execute("DELETE FROM raw_log WHERE seq = 3"));
      assertEquals(1, check().findings(), findings::toString);
    }
    assertTrue(findings.getFirst().sentence().startsWith("raw_log 4: the entries between 2"));
  }

  @Test
  void damagedTailsAndLogEntriesAreFoundBeforeAndAfterTheyAreSetAside() {
    try (StoredData data = filled()) {
      data.meddle(handle -> {
        handle.execute("UPDATE raw_log SET data = x'0102030405060708'");
        handle.execute("INSERT INTO tail VALUES (4, 1, 1, x'0102030405060708')");
      });
      check();
    }
    assertTrue(findings.stream().anyMatch(one -> one.record().startsWith("raw_log")));
    assertTrue(findings.stream().anyMatch(one -> one.record().equals("tail 4")));
    new StoredData(folder).close();
    check();
    assertTrue(findings.stream().anyMatch(one -> one.what().contains("in the table damage")));
  }

  @Test
  void aCheckNeverChangesTheFileNorTheWriteAheadLog() throws IOException {
    Path file = folder.resolve(SqliteDatabase.FILE);
    Path log = folder.resolve(SqliteDatabase.FILE + "-wal");
    try (StoredData data = filled()) {
      assertEquals(3_601, data.count());
      Path crashed = Files.createDirectory(folder.resolve("crashed"));
      Files.copy(file, crashed.resolve(file.getFileName()));
      Files.copy(log, crashed.resolve(log.getFileName()));
    }
    folder = folder.resolve("crashed");
    byte[] before = Files.readAllBytes(folder.resolve(SqliteDatabase.FILE));
    byte[] logBefore = Files.readAllBytes(folder.resolve(SqliteDatabase.FILE + "-wal"));
    assertTrue(check().isSound());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve(SqliteDatabase.FILE)));
    assertArrayEquals(logBefore, Files.readAllBytes(folder.resolve(SqliteDatabase.FILE + "-wal")));
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedWithASentence() throws IOException {
    assertThrows(StoreException.class, this::check);
    Files.writeString(folder.resolve(SqliteDatabase.FILE), "no database at all ".repeat(1_000));
    String message = String.valueOf(assertThrows(StoreException.class, this::check).getMessage());
    assertTrue(message.contains("restore a backup"), message);
  }

  @Test
  void aFileOfANewerVersionIsRefusedAndOneOfAnOlderIsRead() {
    try (StoredData data = filled()) {
      data.meddle(handle ->
          handle.execute("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) > 2"));
      assertTrue(check().isSound(), findings::toString);
      data.meddle(handle ->
          handle.execute(
              "UPDATE flyway_schema_history SET version = '9999', script = 'V9999__x.sql' WHERE"
                  + " version = '2'"));
      StoreException newer = assertThrows(StoreException.class, this::check);
      assertTrue(String.valueOf(newer.getMessage()).contains("newer version"), newer.getMessage());
    }
  }
}
