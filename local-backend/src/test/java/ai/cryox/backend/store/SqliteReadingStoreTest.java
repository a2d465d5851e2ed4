package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.series.Chunks;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadingStoreTest extends ReadingStoreContract {
  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private SeriesStore series;
  private ReadingStore store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    series = new SeriesStore(database);
    store = new SqliteReadingStore(series);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  @Override
  ReadingStore store() {
    return store;
  }

  @Override
  void commit() {
    database.commit();
  }

  @Override
  void reopen() {
    close();
    open();
  }

  @Test
  void whatWasRolledBackWasNeverThere() {
    for (int from = 0; from < 1_200; from += 400) {
      append(from, 400);
      database.commit();
    }
    append(1_200, 400);
    append(-500, 400);
    database.abandonWriter();
    database.renewWriter();
    assertEquals(1_200, store.count());
    assertTrue(store.find("a", T0.plusSeconds(1_300)).isEmpty());
    assertEquals(reading("a", 1_199, 2.5), store.newest("a", 1).getFirst());
    append(1_200, 400);
    database.commit();
    assertEquals(1_600, store.count());
    reopen();
    assertEquals(1_600, store.count());
  }

  private void append(int from, int count) {
    List<ReceivedReading> readings = new ArrayList<>();
    for (int second = from; second < from + count; second++) {
      readings.add(reading("a", second, 2.5));
    }
    store.append(readings);
  }

  @Test
  void afterItSettledAStartHasNothingToReplay() {
    for (int device = 0; device < 300; device++) {
      store.append(List.of(reading("device " + device, device, 2.5)));
      database.commit();
    }
    series.settle();
    assertEquals(1, count("raw_log"));
    assertEquals(300, count("tail"));
    reopen();
    assertEquals(300, store.count());
    assertEquals(reading("device 7", 7, 2.5), store.newest("device 7", 1).getFirst());
    store.append(List.of(reading("device 7", 8, 3)));
    database.commit();
    reopen();
    assertEquals(301, store.count());
  }

  @Test
  void theLogDoesNotGrowWithoutBound() {
    for (int batch = 0; batch < 200; batch++) {
      append(batch * 300, 300);
      database.commit();
    }
    assertTrue(count("raw_log") < 20, "log entries: " + count("raw_log"));
    assertTrue(count("chunk") > 100, "chunks: " + count("chunk"));
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  @Test
  void aDamagedChunkCostsItsOwnRowsAlone() {
    for (int batch = 0; batch < 10; batch++) {
      append(batch * 300, 300);
      database.commit();
    }
    database.writer().execute("UPDATE chunk SET data = zeroblob(100) WHERE chunk_key = 2");
    database.commit();
    List<ReceivedReading> found = new ArrayList<>();
    store.forEach(ReadingQuery.ofDevice("a", T0, T0.plusSeconds(9_999)), found::add);
    assertEquals(3_000 - Chunks.ROWS, found.size());
    assertEquals(1, series.damaged());
  }

  @Test
  void aDamagedLogEntryIsSetAsideAndTheRestGoesOn() {
    for (int second = 0; second < 5; second++) {
      append(second, 1);
      database.commit();
    }
    database.writer().execute("UPDATE raw_log SET data = x'0102030405060708' WHERE seq = 3");
    database.commit();
    reopen();
    assertEquals(4, store.count());
    assertEquals(1, count("damage"));
  }
}
