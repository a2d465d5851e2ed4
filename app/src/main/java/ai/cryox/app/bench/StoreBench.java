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

/// How fast the store takes readings, against the bare driver in the same run; and how long a paced
/// stream waits for its acknowledgement.
public final class StoreBench {
  private static final int DEVICES = 1_000;

  /// What the pipeline commits together when more comes than it can take.
  private static final int BATCH = 16_000;

  private static final long GROUPING_NANOS = 5_000_000;
  private static final int WARM_TICKS = 200;

  private final Path folder;

  /// @param folder an empty one
  public StoreBench(Path folder) {
    this.folder = folder;
  }

  /// Measures and gives the figures by name.
  ///
  /// @param seconds of the paced stream; the others take a quarter each
  /// @param rate paced readings a second
  public Map<String, Double> measure(int seconds, int rate) throws InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    double quarter = Math.max(2, seconds / 4.0);
    double bare = bareInsert(quarter);
    try (BenchStore store = new BenchStore(folder.resolve("fast"))) {
      double fast = asFastAsItGoes(quarter, store);
      figures.put("readings_per_s", fast);
      figures.put("bare_insert_per_s", bare);
      figures.put("ratio_to_bare_insert", fast / bare);
      figures.put("bytes_per_reading", store.settledBytesPerReading());
    }
    try (BenchStore store = new BenchStore(folder.resolve("paced"))) {
      paced(seconds, rate, store, figures);
    }
    figures.put("heap_mb", ProcessFigures.usedHeapMib());
    return figures;
  }

  private double bareInsert(double seconds) throws InterruptedException {
    try (BareInsert bare = BareInsert.open(folder.resolve("bare.db"));
        Supplier supplier = new Supplier()) {
      return rate(seconds, supplier, bare::write);
    }
  }

  private static double asFastAsItGoes(double seconds, BenchStore store)
      throws InterruptedException {
    try (Supplier supplier = new Supplier()) {
      return rate(seconds, supplier, batch -> store.write(batch, ReadingSupply.START));
    }
  }

  private interface Sink {
    void write(List<ReceivedReading> batch);
  }

  /// Of the time spent writing alone, after a warm-up of a fifth of the time.
  private static double rate(double seconds, Supplier supplier, Sink sink)
      throws InterruptedException {
    long warm = System.nanoTime() + (long) (seconds * 2e8);
    while (System.nanoTime() < warm) {
      sink.write(supplier.take());
    }
    long writing = 0;
    long readings = 0;
    for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; ) {
      List<ReceivedReading> batch = supplier.take();
      long before = System.nanoTime();
      sink.write(batch);
      writing += System.nanoTime() - before;
      readings += batch.size();
    }
    return readings / (writing / 1e9);
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
        int count = (int) Math.min(due - written, 1_000_000);
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
