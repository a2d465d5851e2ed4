package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWriterTest {
  private static final Instant T0 = Instant.parse("2026-03-01T03:00:00Z");

  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private SeriesStore series;
  private BatchWriter writer;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    series = new SeriesStore(database);
    writer = new BatchWriter(database, series);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private static Batch batch(int number) {
    Batch batch = new Batch(T0);
    Random random = new Random(number);
    for (int i = 0; i < 1000; i++) {
      Instant time = T0.plusSeconds(1000L * number + i);
      String noise = new BigInteger(800, random).toString(36);
      ReadingNotes notes = new ReadingNotes(noise, null, null, null, null, null);
      batch.readings.add(
          new ReceivedReading(
              new Reading("temp_001", "warehouse_001", time, 2.5, null, notes), time, false));
    }
    return batch;
  }

  @Test
  void aBatchThatFoundNoRoomIsStoredWholeOnceThereIsRoom() {
    SqliteReadingStore readings = new SqliteReadingStore(series);
    writer.write(batch(0));
    // The file may not grow: SQLite answers as it does on a full disk. A new connection may again.
    database.writer().execute("PRAGMA max_page_count = 1");
    Batch refused = batch(1);
    StoreException full = assertThrows(StoreException.class, () -> writer.write(refused));
    assertTrue(String.valueOf(full.getMessage()).contains("disk is full"), full.getMessage());
    assertEquals(1000, readings.count());
    writer.write(refused);
    assertEquals(2000, readings.count());
    writer.write(refused);
    assertEquals(2000, readings.count());
  }
}
