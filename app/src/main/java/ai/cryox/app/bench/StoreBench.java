package ai.cryox.app.bench;

import ai.cryox.backend.store.BareInsert;
import ai.cryox.core.reading.ReceivedReading;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// How fast the store takes readings, against the bare driver and against itself without the ledger
/// in the same run; and how long a paced stream waits for its acknowledgement.
public final class StoreBench {
  private static final int DEVICES = 1_000;

  /// What the pipeline commits together when more comes than it can take.
  private static final int BATCH = 16_000;

  private static final long GROUPING_NANOS = 5_000_000;
  private static final int WARM_TICKS = 200;

  private static final int BATCHES_IN_A_TURN = 6;

  private final Path folder;

  /// @param folder an empty one
  public StoreBench(Path folder) {
    this.folder = folder;
  }

  /// Measures and gives the figures by name.
  ///
  /// @param seconds of the paced stream; the store and the yardstick take half of it together
  /// @param rate paced readings a second
  public Map<String, Double> measure(int seconds, int rate) throws InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    race(Math.max(4, seconds / 2.0), figures);
    try (BenchStore store = new BenchStore(folder.resolve("paced"))) {
      paced(seconds, rate, store, figures);
    }
    figures.put("heap_mb", ProcessFigures.usedHeapMib());
    return figures;
  }

  /// The store, itself without the ledger, and the yardstick take turns, so that whatever else
  /// slows the machine slows both. What one writes in a turn is made before, so that making it is
  /// not measured.
  private void race(double seconds, Map<String, Double> figures) {
    ReadingSupply supply = new ReadingSupply(DEVICES);
    try (BareInsert bare = BareInsert.open(folder.resolve("bare.db"));
        BenchStore bald = new BenchStore(folder.resolve("bald"), false);
        BenchStore store = new BenchStore(folder.resolve("fast"))) {
      Turns inserted = new Turns(bare::write);
      Turns unproven = new Turns(batch -> bald.write(batch, ReadingSupply.START));
      Turns stored = new Turns(batch -> store.write(batch, ReadingSupply.START));
      List<Turns> all = List.of(inserted, unproven, stored);
      takeTurns(seconds / 5, supply, all);
      all.forEach(Turns::forget);
      takeTurns(seconds, supply, all);
      figures.put("readings_per_s", stored.perSecond());
      figures.put("bare_insert_per_s", inserted.perSecond());
      figures.put("ratio_to_bare_insert", stored.perSecond() / inserted.perSecond());
      figures.put("without_ledger_per_s", unproven.perSecond());
      figures.put("ratio_to_without_ledger", stored.perSecond() / unproven.perSecond());
      figures.put("without_ledger_bytes_per_reading", bald.settledBytesPerReading());
      figures.put("bytes_per_reading", store.settledBytesPerReading());
    }
  }

  private static void takeTurns(double seconds, ReadingSupply supply, List<Turns> all) {
    for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; ) {
      all.forEach(one -> one.take(supply));
    }
  }

  private interface Sink {
    void write(List<ReceivedReading> batch);
  }

  /// What one of them wrote in its turns, and how long it took.
  private static final class Turns {
    private final Sink sink;
    private long nanos;
    private long readings;

    Turns(Sink sink) {
      this.sink = sink;
    }

    void take(ReadingSupply supply) {
      List<List<ReceivedReading>> batches = new ArrayList<>();
      for (int i = 0; i < BATCHES_IN_A_TURN; i++) {
        batches.add(supply.next(BATCH));
      }
      long before = System.nanoTime();
      batches.forEach(sink::write);
      nanos += System.nanoTime() - before;
      readings += (long) BATCHES_IN_A_TURN * BATCH;
    }

    void forget() {
      nanos = 0;
      readings = 0;
    }

    double perSecond() {
      return readings / (nanos / 1e9);
    }
  }

  /// As the pipeline does it: every 5 ms whatever has come since, in one commit.
  private static void paced(int seconds, int rate, BenchStore store, Map<String, Double> figures)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    long due = 0;
    long written = 0;
    try (Supplier supplier = new Supplier()) {
      supplier.take();
      double cpuBefore = 0;
      long warmSince = 0;
      long start = System.nanoTime();
      for (long tick = 1; System.nanoTime() - start < seconds * 1e9; tick++) {
        if (tick == WARM_TICKS) {
          cpuBefore = workingSeconds();
          warmSince = System.nanoTime();
        }
        long at = start + tick * GROUPING_NANOS;
        LockSupport.parkNanos(at - System.nanoTime());
        due = (long) ((System.nanoTime() - start) / 1e9 * rate);
        long oldestDue = start + (long) (written * 1e9 / rate);
        int count = (int) Math.min(due - written, BATCH);
        if (count > 0) {
          store.write(supplier.take(count), ReadingSupply.START);
          written += count;
          latencies.add(System.nanoTime() - oldestDue);
        }
      }
      figures.put(
          "cores", (workingSeconds() - cpuBefore) / ((System.nanoTime() - warmSince) / 1e9));
      figures.put("paced_per_s", written / ((System.nanoTime() - start) / 1e9));
    }
    figures.put("ack_p50_ms", latencies.quantileMillis(0.5));
    figures.put("ack_p99_ms", latencies.quantileMillis(0.99));
    figures.put("dropped", (double) due - store.readings().count());
  }

  /// Processor time of all threads but those that make the readings.
  private static double workingSeconds() {
    var threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && !info.getThreadName().equals(Supplier.THREAD)) {
        nanos += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return nanos / 1e9;
  }

  /// Makes readings ahead, on a thread of its own, so that making them is not measured.
  private static final class Supplier implements AutoCloseable {
    static final String THREAD = "bench supply";
    private final BlockingQueue<List<ReceivedReading>> ready = new ArrayBlockingQueue<>(4);
    private final ReadingSupply supply = new ReadingSupply(DEVICES);
    private final Thread thread = Thread.ofPlatform().name(THREAD).daemon().start(this::run);
    private List<ReceivedReading> left = List.of();

    private void run() {
      try {
        while (true) {
          ready.put(supply.next(BATCH));
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    List<ReceivedReading> take() throws InterruptedException {
      return ready.take();
    }

    List<ReceivedReading> take(int count) throws InterruptedException {
      List<ReceivedReading> taken = new ArrayList<>(count);
      while (taken.size() < count) {
        if (left.isEmpty()) {
          left = ready.take();
        }
        int some = Math.min(count - taken.size(), left.size());
        taken.addAll(left.subList(0, some));
        left = left.subList(some, left.size());
      }
      return taken;
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
