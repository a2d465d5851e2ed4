package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of readings must do, whatever it is made of.
abstract class ReadingStoreContract {
  static final Instant T0 = Instant.parse("2024-12-01T14:30:22Z");

  /// The store under test.
  abstract ReadingStore store();

  /// Makes what was appended durable.
  abstract void commit();

  /// Closes and opens the store again, as after a restart.
  abstract void reopen();

  static ReceivedReading reading(String device, long second, double temperature) {
    Instant time = T0.plusSeconds(second);
    return new ReceivedReading(
        Reading.of(device, "warehouse_001", time, temperature), time.plusMillis(7), false);
  }

  private void stored(ReceivedReading... readings) {
    store().append(List.of(readings));
    commit();
  }

  private List<ReceivedReading> all(ReadingQuery query, int pageSize) {
    List<ReceivedReading> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      Page<ReceivedReading> page = store().read(query, new PageRequest(pageSize, token));
      token = page.continuationToken();
      assertTrue(token == null || !page.items().isEmpty(), "a page with a token is never empty");
      all.addAll(page.items());
    } while (token != null);
    return all;
  }

  @Test
  void whatWasCommittedIsThereAfterARestart() {
    ReceivedReading whole =
        new ReceivedReading(
            new Reading(
                "temp_001",
                "warehouse_001",
                T0.plusMillis(123),
                2.5,
                65.2,
                new ReadingNotes(
                    "temp_001_20241201_143022",
                    new Location(43.6532, -79.3832),
                    false,
                    0.95,
                    2_592_000,
                    "{\"lot\":\"A7\"}")),
            T0.plusSeconds(1),
            true);
    stored(whole);
    reopen();
    ReadingQuery query = ReadingQuery.ofDevice("temp_001", T0, T0.plusSeconds(60));
    assertEquals(List.of(whole), all(query, 10));
    assertEquals(1, store().count());
  }

  @Test
  void aReadingIsFoundByDeviceAndTimeBeforeAndAfterTheCommit() {
    ReceivedReading one = reading("temp_001", 0, 2.5);
    store().append(List.of(one));
    assertEquals(one, store().find("temp_001", T0).orElseThrow());
    commit();
    assertEquals(one, store().find("temp_001", T0).orElseThrow());
    assertTrue(store().find("temp_001", T0.plusMillis(1)).isEmpty());
    assertTrue(store().find("temp_002", T0).isEmpty());
  }

  @Test
  void aPeriodIncludesItsBeginningAndNotItsEnd() {
    stored(reading("a", 0, 1), reading("a", 30, 2), reading("a", 60, 3));
    ReadingQuery query = ReadingQuery.ofDevice("a", T0, T0.plusSeconds(60));
    assertEquals(List.of(reading("a", 0, 1), reading("a", 30, 2)), all(query, 10));
  }

  @Test
  void pagesOfAFacilityComeInOrderOfTimeAndLoseNothing() {
    List<ReceivedReading> expected = new ArrayList<>();
    for (int second = 0; second < 50; second += 10) {
      for (String device : List.of("a", "b", "c")) {
        expected.add(reading(device, second, second));
      }
    }
    List<ReceivedReading> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(1));
    store().append(shuffled);
    commit();
    ReadingQuery query = ReadingQuery.ofFacility("warehouse_001", T0, T0.plusSeconds(100));
    for (int pageSize : List.of(1, 2, 3, 5, 14, 15, 16)) {
      assertEquals(expected, all(query, pageSize), "page size " + pageSize);
    }
    assertEquals(List.of(), all(ReadingQuery.ofFacility("elsewhere", T0, T0.plusSeconds(100)), 5));
  }

  @Test
  void aTokenOfAnotherQueryIsRefused() {
    stored(reading("a", 0, 1), reading("a", 30, 2));
    Page<ReceivedReading> page =
        store().read(ReadingQuery.ofDevice("a", T0, T0.plusSeconds(60)), PageRequest.first(1));
    ReadingQuery other = ReadingQuery.ofDevice("b", T0, T0.plusSeconds(60));
    PageRequest next = new PageRequest(1, page.continuationToken());
    assertThrows(BadTokenException.class, () -> store().read(other, next));
    PageRequest garbage = new PageRequest(1, "no token");
    assertThrows(BadTokenException.class, () -> store().read(other, garbage));
  }

  @Test
  void theNewestComeOldestFirstAndNoMoreThanAsked() {
    stored(reading("a", 60, 3), reading("a", 0, 1), reading("a", 30, 2), reading("b", 90, 9));
    assertEquals(List.of(reading("a", 30, 2), reading("a", 60, 3)), store().newest("a", 2));
    assertEquals(List.of(), store().newest("nobody", 2));
  }

  @Test
  void theLastPageHasNoToken() {
    stored(reading("a", 0, 1));
    ReadingQuery query = ReadingQuery.ofDevice("a", T0, T0.plusSeconds(60));
    assertNull(store().read(query, PageRequest.first(1)).continuationToken());
  }

  @Test
  void whateverTheOrderEachReadingIsThereOnce() {
    Random random = new Random(3);
    TreeMap<Long, ReceivedReading> expected = new TreeMap<>();
    for (int batch = 0; batch < 60; batch++) {
      List<ReceivedReading> readings = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        // Mostly onwards, sometimes far back, sometimes again.
        long second = random.nextInt(20) == 0 ? random.nextInt(6_000) : batch * 100L + i;
        ReceivedReading reading = reading("a", second, random.nextInt(3_000) / 100.0);
        readings.add(reading);
        expected.putIfAbsent(second, reading);
      }
      store().append(readings);
      commit();
      if (batch % 20 == 19) {
        reopen();
      }
    }
    List<ReceivedReading> all = List.copyOf(expected.values());
    assertEquals(all.size(), store().count());
    ReadingQuery query = ReadingQuery.ofDevice("a", T0, T0.plusSeconds(10_000));
    assertEquals(all, all(query, 700));
    List<ReceivedReading> told = new ArrayList<>();
    store().forEach(query, told::add);
    assertEquals(all, told);
    assertEquals(all.subList(all.size() - 900, all.size()), store().newest("a", 900));
    expected.forEach((second, reading) ->
        assertEquals(reading, store().find("a", T0.plusSeconds(second)).orElseThrow()));
    checkWindows(all, Duration.ofSeconds(7));
    checkWindows(all, Duration.ofMinutes(30));
  }

  private void checkWindows(List<ReceivedReading> all, Duration resolution) {
    Instant from = T0.plusSeconds(5);
    Instant until = T0.plusSeconds(5_555);
    Map<Long, DoubleSummaryStatistics> expected = new TreeMap<>();
    for (ReceivedReading one : all) {
      Instant time = one.reading().time();
      if (time.isAfter(from) && !time.isAfter(until)) {
        long end = Math.ceilDiv(time.toEpochMilli(), resolution.toMillis());
        expected
            .computeIfAbsent(end * resolution.toMillis(), none -> new DoubleSummaryStatistics())
            .accept(one.reading().temperature());
      }
    }
    List<Bucket> buckets = store().aggregate("a", from, until, resolution);
    assertEquals(
        List.copyOf(expected.keySet()),
        buckets.stream().map(bucket -> bucket.end().toEpochMilli()).toList());
    for (Bucket bucket : buckets) {
      DoubleSummaryStatistics sum =
          Objects.requireNonNull(expected.get(bucket.end().toEpochMilli()));
      assertEquals(sum.getCount(), bucket.count());
      assertEquals(sum.getMin(), bucket.smallest());
      assertEquals(sum.getMax(), bucket.largest());
      assertEquals(sum.getAverage(), bucket.mean(), 1e-9);
    }
  }

  @Test
  void aBackFillOfYesterdayIsMergedWithToday() {
    for (int from = 0; from < 3_000; from += 500) {
      appendSeconds(100_000 + from, 500);
    }
    for (int from = 0; from < 3_000; from += 500) {
      appendSeconds(from, 500);
    }
    appendSeconds(98_000, 2_500);
    reopen();
    ReadingQuery query = ReadingQuery.ofDevice("a", T0, T0.plusSeconds(200_000));
    List<Instant> times =
        all(query, 1_000).stream().map(one -> one.reading().time()).sorted().distinct().toList();
    assertEquals(8_000, times.size());
    assertEquals(8_000, store().count());
    assertEquals(times, all(query, 999).stream().map(one -> one.reading().time()).toList());
  }

  private void appendSeconds(int from, int count) {
    List<ReceivedReading> readings = new ArrayList<>();
    for (int second = from; second < from + count; second++) {
      readings.add(reading("a", second, second % 30));
    }
    store().append(readings);
    commit();
  }
}
