package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreUpkeepTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
  private static final String OVERLAPS =
      "SELECT count(*) FROM chunk a JOIN chunk b ON a.series_key = b.series_key AND a.chunk_key <"
          + " b.chunk_key AND a.from_ms <= b.until_ms AND b.from_ms <= a.until_ms";

  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private SqliteReadingStore readings;
  private BatchWriter writer;
  private final Random random = new Random(8);
  private Instant now = T0;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    SeriesStore series = new SeriesStore(database);
    readings = new SqliteReadingStore(series);
    writer = new BatchWriter(database, series);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private void write(String facility, Instant from, Duration step, int count) {
    for (int done = 0; done < count; done += 500) {
      Batch batch = new Batch(now);
      for (int i = done; i < Math.min(count, done + 500); i++) {
        Instant time = from.plus(step.multipliedBy(i));
        String noise = new BigInteger(400, random).toString(36);
        ReadingNotes notes = new ReadingNotes(noise, null, null, null, null, null);
        Reading reading =
            new Reading(facility + "_device", facility, time, i % 90 / 10.0, null, notes);
        batch.readings.add(new ReceivedReading(reading, time, false));
      }
      writer.write(batch);
    }
  }

  private void tidy(Duration forSoLong) {
    Instant end = now.plus(forSoLong);
    while (now.isBefore(end)) {
      now = now.plusMillis(500);
      writer.tidy(now);
    }
  }

  private long count(String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private List<ReceivedReading> all(String facility) {
    List<ReceivedReading> all = new ArrayList<>();
    readings.forEach(
        ReadingQuery.ofFacility(facility, Instant.EPOCH, T0.plus(Duration.ofDays(9_999))),
        all::add);
    return all;
  }

  @Test
  void chunksThatOverlapAreMergedAndNothingElseChanges() {
    write("a", T0.plusSeconds(86_400), Duration.ofSeconds(30), 6_000);
    write("a", T0, Duration.ofSeconds(77), 4_000);
    assertTrue(count(OVERLAPS) > 0);
    List<ReceivedReading> before = all("a");
    tidy(Duration.ofMinutes(2));
    assertEquals(0, count(OVERLAPS));
    assertEquals(0, count("SELECT count(*) FROM series WHERE overlap_ms IS NOT NULL"));
    assertEquals(before, all("a"));
    assertEquals(before.size(), readings.count());
    close();
    open();
    assertEquals(before, all("a"));
  }

  @Test
  void eachFacilityKeepsWhatItIsToldTo() {
    write("a", T0, Duration.ofMinutes(10), 5_000);
    write("b", T0, Duration.ofMinutes(10), 5_000);
    Batch change = new Batch(now);
    change.retention.put("a", 10);
    writer.write(change);
    now = T0.plus(Duration.ofMinutes(50_000));
    tidy(Duration.ofMinutes(1));
    assertEquals(5_000, all("b").size());
    List<ReceivedReading> left = all("a");
    Instant limit = now.minus(Duration.ofDays(10));
    Duration chunk = Duration.ofHours(80);
    assertTrue(left.getFirst().reading().time().isBefore(limit));
    assertTrue(left.getFirst().reading().time().isAfter(limit.minus(chunk)));
    assertEquals(5_000 + left.size(), readings.count());
    close();
    open();
    assertEquals(5_000 + left.size(), readings.count());
  }

  @Test
  void deviceSeriesAreKeptFiveYearsUnlessSomebodySaysOtherwise() {
    write("a", T0, Duration.ofHours(4), 2_000);
    now = T0.plus(Duration.ofDays(SqliteRetentionStore.DEFAULT_DAYS));
    tidy(Duration.ofMinutes(1));
    assertEquals(2_000, all("a").size());
    now = now.plus(Duration.ofDays(85));
    tidy(Duration.ofMinutes(1));
    assertTrue(all("a").size() < 2_000);
  }

  @Test
  void spaceThatBecomesFreeIsGivenBack() {
    write("a", T0, Duration.ofSeconds(30), 300_000);
    long pages = count("PRAGMA page_count");
    Batch change = new Batch(now);
    change.retention.put(SqliteRetentionStore.ALL_OTHERS, 1);
    writer.write(change);
    now = T0.plus(Duration.ofDays(200));
    tidy(Duration.ofMinutes(3));
    assertTrue(count("PRAGMA page_count") < pages / 2, count("PRAGMA page_count") + " of " + pages);
    assertEquals(
        "ok",
        database.read(
            handle -> handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one()));
  }
}
