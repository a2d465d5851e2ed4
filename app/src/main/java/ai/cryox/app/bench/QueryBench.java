package ai.cryox.app.bench;

import ai.cryox.backend.store.SqliteReadingStore;
import ai.cryox.core.reading.ReadingQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// How long the usual questions take on a full file, first while nothing comes in, then while
/// readings go on arriving.
public final class QueryBench {
  private static final int DEVICES = 1_000;

  private static final long BATCH = 4_000;

  private static final int ARRIVING_PER_SECOND = 50_000;

  private final Path folder;
  private final long readings;
  private final Random random = new Random(1);
  private volatile boolean arriving = true;

  /// @param folder an empty one
  /// @param readings in the file
  public QueryBench(Path folder, long readings) {
    this.folder = folder;
    this.readings = readings;
  }

  /// Measures and gives the figures by name.
  ///
  /// @param seconds for all questions of each of the two rounds
  public Map<String, Double> measure(int seconds) throws InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (BenchStore store = new BenchStore(folder)) {
      ReadingSupply wide = new ReadingSupply(DEVICES);
      for (long written = 0; written < readings; written += BATCH) {
        store.write(wide.next((int) BATCH), wide.now());
      }
      deepDevice(store);
      figures.put("readings", (double) store.readings().count());
      Questions questions = new Questions(store.readings(), wide.now());
      questions.ask(Math.max(1, seconds / 5.0), "warm_up", new LinkedHashMap<>());
      questions.ask(seconds, "", figures);
      Thread writer = Thread.ofPlatform().name("bench writer").start(() -> arrive(store, wide));
      questions.ask(seconds, "busy_", figures);
      arriving = false;
      writer.join();
    }
    figures.put("heap_mb", ProcessFigures.usedHeapMib());
    return figures;
  }

  /// One device with 31 days of readings, whatever the size of the file.
  private static void deepDevice(BenchStore store) {
    ReadingSupply one = new ReadingSupply(1, "deep_");
    for (int day = 0; day < 31; day++) {
      store.write(one.next(2_880), one.now());
    }
  }

  private void arrive(BenchStore store, ReadingSupply supply) {
    long start = System.nanoTime();
    long written = 0;
    while (arriving) {
      LockSupport.parkNanos(5_000_000);
      long due = (long) ((System.nanoTime() - start) / 1e9 * ARRIVING_PER_SECOND);
      int count = (int) Math.min(due - written, 20_000);
      store.write(supply.next(count), supply.now());
      written += count;
    }
  }

  private final class Questions {
    private final SqliteReadingStore store;
    private final Instant end;
    private final List<String> devices =
        IntStream.range(0, DEVICES).mapToObj(ReadingSupply::deviceId).toList();
    private long found;

    Questions(SqliteReadingStore store, Instant end) {
      this.store = store;
      this.end = end;
    }

    void ask(double seconds, String name, Map<String, Double> figures) {
      ask(seconds / 4, name + "day", figures, () -> period(anyDevice(), end, Duration.ofDays(1)));
      ask(
          seconds / 4,
          name + "month",
          figures,
          () ->
              period(
                  "deep_0000", ReadingSupply.START.plus(Duration.ofDays(31)), Duration.ofDays(30)));
      ask(seconds / 4, name + "latest_of_all", figures, this::latest);
      ask(seconds / 4, name + "five_minutes_of_day", figures, this::buckets);
    }

    private void ask(double seconds, String name, Map<String, Double> figures, Runnable question) {
      Latencies latencies = new Latencies();
      long end = System.nanoTime() + (long) (seconds * 1e9);
      while (System.nanoTime() < end) {
        long before = System.nanoTime();
        question.run();
        latencies.add(System.nanoTime() - before);
      }
      figures.put(name + "_p50_ms", latencies.quantileMillis(0.5));
      figures.put(name + "_p99_ms", latencies.quantileMillis(0.99));
    }

    private String anyDevice() {
      return devices.get(random.nextInt(DEVICES));
    }

    private void period(String device, Instant until, Duration length) {
      store.forEach(ReadingQuery.ofDevice(device, until.minus(length), until), reading -> found++);
    }

    private void latest() {
      for (String device : devices) {
        found += store.newest(device, 1).size();
      }
    }

    private void buckets() {
      found +=
          store
              .aggregate(anyDevice(), end.minus(Duration.ofDays(1)), end, Duration.ofMinutes(5))
              .size();
    }
  }
}
