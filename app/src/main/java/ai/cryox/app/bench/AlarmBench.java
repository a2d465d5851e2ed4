package ai.cryox.app.bench;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How long a bad reading takes from its receipt until its alarm is durable and on the feed, how
/// many alarms a thousand readings at once make, and how long a start with many alarms takes.
public final class AlarmBench {
  private static final int DEVICES = 1_000;
  private static final int READINGS_PER_SECOND = 10_000;
  private static final int BETWEEN_PROBES_MILLIS = 97;
  private static final int CONCURRENT = 1_000;
  private static final int THREADS = 8;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final double WARM = 9.9;

  /// One of them active, the others put aside while normal.
  private static final List<Condition> OF_A_DEVICE =
      List.of(
          Condition.HIGH,
          Condition.LOW,
          Condition.RATE,
          Condition.CUMULATIVE,
          Condition.SILENT,
          Condition.BATTERY,
          Condition.SIGNAL,
          Condition.SENSOR_FAULT,
          Condition.ANOMALY,
          Condition.CLOCK);

  private final Path folder;
  private final InstantSource clock;

  /// @param folder an empty one
  public AlarmBench(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Measures all three and gives the figures by name.
  public Map<String, Double> measure(int seconds) throws InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (LocalBackend backend = open("latency")) {
      backend.start();
      latency(backend, seconds, figures);
      figures.put("alarms_of_1000_at_once", (double) concurrent(backend));
    }
    start(figures);
    return figures;
  }

  private LocalBackend open(String name) {
    return new LocalBackend(BackendSettings.at(folder.resolve(name)), clock);
  }

  private static Session session(LocalBackend backend) {
    return backend.signIn(new SignIn.Desk("bench"));
  }

  private void latency(LocalBackend backend, int seconds, Map<String, Double> figures)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    int probes = Math.max(1, seconds * 1000 / BETWEEN_PROBES_MILLIS);
    try (Load load = new Load(backend)) {
      TimeUnit.SECONDS.sleep(3);
      for (int i = 0; i < probes; i++) {
        String device = "probe_%05d".formatted(i);
        long sent = System.nanoTime();
        offer(backend, Receipt.NONE, Reading.of(device, "bench", clock.instant(), WARM));
        await(backend, alarms -> alarms.stream().anyMatch(a -> a.deviceId().equals(device)));
        latencies.add(System.nanoTime() - sent);
        TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
      }
      figures.put("readings_per_s", load.perSecond());
    }
    figures.put("alarm_p50_ms", latencies.quantileMillis(0.5));
    figures.put("alarm_p99_ms", latencies.quantileMillis(0.99));
    figures.put("alarm_max_ms", latencies.quantileMillis(1));
  }

  /// @return alarms that the readings made, counting each time that one came
  private int concurrent(LocalBackend backend) throws InterruptedException {
    CountDownLatch stored = new CountDownLatch(CONCURRENT);
    Instant now = clock.instant();
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(thread ->
                Thread.ofPlatform()
                    .start(() -> {
                      for (int i = thread; i < CONCURRENT; i += THREADS) {
                        Instant time = now.minusMillis(CONCURRENT - i);
                        offer(backend, stored::countDown, Reading.of("crowd", "bench", time, WARM));
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    if (!stored.await(LONGEST_NANOS, TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("The readings were not stored in 30 s.");
    }
    return session(backend).live().latest().alarms().stream()
        .filter(alarm -> alarm.deviceId().equals("crowd"))
        .mapToInt(Alarm::occurrences)
        .sum();
  }

  private void start(Map<String, Double> figures) {
    List<AlarmKey> keys =
        IntStream.range(0, DEVICES)
            .mapToObj(ReadingSupply::deviceId)
            .flatMap(device -> OF_A_DEVICE.stream().map(one -> new AlarmKey(device, one)))
            .toList();
    try (LocalBackend backend = open("start")) {
      backend.start();
      Message[] warm =
          IntStream.range(0, DEVICES)
              .mapToObj(ReadingSupply::deviceId)
              .map(device -> Reading.of(device, "bench", clock.instant(), WARM))
              .toArray(Message[]::new);
      offer(backend, Receipt.NONE, warm);
      await(backend, alarms -> alarms.size() == DEVICES);
      session(backend).alarmActions().shelve(keys, Duration.ofHours(1), "bench");
    }
    long before = System.nanoTime();
    try (LocalBackend backend = open("start")) {
      backend.start();
      await(backend, alarms -> alarms.size() == keys.size());
      figures.put("start_10000_alarms_ms", (System.nanoTime() - before) / 1e6);
    }
  }

  private void offer(LocalBackend backend, Receipt receipt, Message... messages) {
    Origin origin = new Origin("bench", "bench", null, null, Map.of());
    Decoded decoded = new Decoded(List.of(messages), List.of());
    Delivery delivery = new Delivery(origin, clock.instant(), new byte[0], decoded, receipt);
    while (!backend.sink().offer(delivery)) {
      LockSupport.parkNanos(100_000);
    }
  }

  private static void await(LocalBackend backend, Predicate<List<Alarm>> seen) {
    Session session = session(backend);
    long end = System.nanoTime() + LONGEST_NANOS;
    while (!seen.test(session.live().latest().alarms())) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The alarms were not on the feed in 30 s.");
      }
      LockSupport.parkNanos(200_000);
    }
  }

  /// Readings in range at the wanted pace, from a thread of its own.
  private final class Load implements AutoCloseable {
    private final LocalBackend backend;
    private final long startNanos = System.nanoTime();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long sent;

    Load(LocalBackend backend) {
      this.backend = backend;
      this.thread = Thread.ofPlatform().name("bench load").start(this::run);
    }

    private void run() {
      while (!stopped) {
        long due = (long) ((System.nanoTime() - startNanos) / 1e9 * READINGS_PER_SECOND);
        for (long next = sent; next < due && !stopped; next++) {
          String device = ReadingSupply.deviceId((int) (next % DEVICES));
          double temperature = 2.5 + next % 7 / 10.0;
          offer(
              backend,
              Receipt.NONE,
              Reading.of(device, "bench", clock.instant(), Math.min(temperature, 2.9)));
        }
        sent = Math.max(sent, due);
        LockSupport.parkNanos(1_000_000);
      }
    }

    double perSecond() {
      return sent / ((System.nanoTime() - startNanos) / 1e9);
    }

    @Override
    public void close() {
      stopped = true;
      while (thread.isAlive()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
