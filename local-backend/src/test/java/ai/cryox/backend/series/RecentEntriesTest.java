package ai.cryox.backend.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEntriesTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private final ReadingRows mapping = new ReadingRows();
  private final Series series = new Series(1, "temp_001", Schema.READING);
  private final RecentEntries recent = new RecentEntries();
  private long sequence;

  private static ReceivedReading reading(int second) {
    Instant time = T0.plusSeconds(second);
    Reading reading =
        new Reading("temp_001", "facility", time, second / 100.0, null, ReadingNotes.NONE);
    return new ReceivedReading(reading, time.plusMillis(50), false);
  }

  private LogEntry waiting(int... seconds) {
    LogEntry entry = recent.next();
    for (int second : seconds) {
      Rows rows = entry.add(Schema.READING, series.key());
      mapping.write(reading(second), rows);
      series.add(rows, rows.size() - 1);
    }
    return entry;
  }

  private void commit(int... seconds) {
    recent.commit(waiting(seconds), ++sequence, List.of(series));
  }

  private List<Integer> seconds() {
    ReadingRows reading = new ReadingRows();
    Rows rows = series.between(Long.MIN_VALUE, Long.MAX_VALUE);
    List<Integer> seconds = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      ReceivedReading read = reading.read(rows, row, "temp_001");
      int second = (int) (read.reading().time().getEpochSecond() - T0.getEpochSecond());
      assertEquals(reading(second), read);
      seconds.add(second);
    }
    return seconds;
  }

  @Test
  void whatIsCommittedIsSeenAtOnceAndWhatWaitsIsNot() {
    commit(1, 2);
    waiting(3);
    assertEquals(List.of(1, 2), seconds());
    series.rollBack();
    commit(4);
    assertEquals(3, series.size());
    assertEquals(List.of(1, 2, 4), seconds());
  }

  @Test
  void rowsOutOfOrderAndOfSealedTimesFindTheirPlace() {
    series.restoreSealed(T0.plusSeconds(10).toEpochMilli(), 0);
    commit(20, 15);
    commit(5, 30);
    commit(25);
    assertEquals(List.of(5, 15, 20, 25, 30), seconds());
    assertEquals(5, series.size());
  }

  @Test
  void aSeriesIsRipeThoughNothingWasCollectedYet() {
    int each = Chunks.RIPE_ROWS / 4;
    for (int i = 0; i < 4; i++) {
      assertFalse(series.isRipe());
      int from = i * each;
      commit(IntStream.range(from, from + each).toArray());
    }
    assertTrue(series.isRipe());
    Seal seal = series.seal();
    assertEquals(Chunks.ROWS, seal.chunks().getFirst().size());
    assertEquals(4, seal.leftSince(), "the fourth entry brought the first row that stays");
  }

  @Test
  void anotherThreadSeesEveryCommitWholeAndInOrder() {
    AtomicInteger committed = new AtomicInteger();
    int most = 400;
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(() -> {
          int looks = 0;
          for (int seen = 0; seen < most; looks++) {
            int atLeast = committed.get();
            List<Integer> now = seconds();
            assertTrue(now.size() >= atLeast, () -> now.size() + " seen of " + atLeast);
            for (int i = 0; i < now.size(); i++) {
              assertEquals(i, now.get(i));
            }
            seen = now.size();
          }
          return looks;
        });
    Random random = new Random(3);
    for (int next = 0; next < most; ) {
      int count = Math.min(1 + random.nextInt(5), most - next);
      int from = next;
      commit(IntStream.range(from, from + count).toArray());
      next += count;
      committed.set(next);
    }
    assertTrue(reader.join() > 0);
  }
}
