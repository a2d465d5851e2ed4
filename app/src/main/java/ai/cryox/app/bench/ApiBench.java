package ai.cryox.app.bench;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// The HTTP API over real sockets, with the load on the same machine: large pages, small requests,
/// many streams, and how soon a stream says that an alarm was raised.
public final class ApiBench {
  private static final int DEVICES = 100;
  private static final int READINGS_OF_A_DEVICE = 200;
  private static final int STREAMS = 200;
  private static final int LINES = 8;
  private static final int BETWEEN_PROBES_MILLIS = 97;
  private static final double WARM = 9.9;
  private static final String FACILITY = "/api/v1/facilities/bench";

  private final Path folder;
  private final InstantSource clock;

  /// @param folder an empty one
  public ApiBench(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Measures all four, each for so long, and gives the figures by name.
  public Map<String, Double> measure(int seconds)
      throws IOException, InterruptedException, ExecutionException {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (LocalBackend backend = new LocalBackend(BackendSettings.at(folder), clock);
        ApiServer server =
            new ApiServer(
                new ApiSettings("127.0.0.1", 0),
                backend.signIn(new SignIn.Desk("bench")),
                new JsonPayloadEncoder(),
                clock,
                backend.apiPorts(),
                null)) {
      backend.start();
      server.start();
      fill(backend);
      pages(server.port(), seconds, figures);
      requests(server.port(), seconds, figures);
      streams(backend, server.port(), seconds, figures);
      alarms(backend, server.port(), seconds, figures);
    }
    return figures;
  }

  private void fill(LocalBackend backend) {
    Instant now = clock.instant();
    for (int n = READINGS_OF_A_DEVICE; n > 0; n--) {
      Instant time = now.minusSeconds(60L * n);
      long salt = 7L * n;
      offer(
          backend,
          IntStream.range(0, DEVICES)
              .mapToObj(i -> reading(ReadingSupply.deviceId(i), time, i + salt))
              .toArray(Message[]::new));
    }
    while (backend.signIn(new SignIn.Desk("bench")).live().latest().vitals().stored()
        < (long) DEVICES * READINGS_OF_A_DEVICE) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static Reading reading(String deviceId, Instant time, long salt) {
    return Reading.of(deviceId, "bench", time, 2.0 + salt % 9 / 10.0);
  }

  private void pages(int port, int seconds, Map<String, Double> figures) throws IOException {
    Latencies latencies = new Latencies();
    long bytes = 0;
    try (HttpLine line = new HttpLine(port, FACILITY + "/temperature?pageSize=10000")) {
      long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
      long end = warm + TimeUnit.SECONDS.toNanos(seconds);
      for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        bytes = line.ask();
        if (now >= warm) {
          latencies.add(System.nanoTime() - now);
        }
      }
    }
    figures.put("page_10000_p50_ms", latencies.quantileMillis(0.5));
    figures.put("page_10000_p99_ms", latencies.quantileMillis(0.99));
    figures.put("page_10000_kb", bytes / 1024.0);
  }

  private static void requests(int port, int seconds, Map<String, Double> figures)
      throws InterruptedException, ExecutionException {
    long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    long end = warm + TimeUnit.SECONDS.toNanos(seconds);
    Callable<Long> asking =
        () -> {
          long asked = 0;
          try (HttpLine line = new HttpLine(port, "/api/v1/facilities")) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
              line.ask();
              asked += now >= warm ? 1 : 0;
            }
          }
          return asked;
        };
    double sum = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(LINES)) {
      List<Future<Long>> all =
          IntStream.range(0, LINES).mapToObj(_ -> threads.submit(asking)).toList();
      for (Future<Long> one : all) {
        sum += one.get();
      }
    }
    figures.put("small_requests_per_s", sum / seconds);
  }

  /// What the streams cost is what the process uses more with them than without, their clients and
  /// their sockets included.
  private void streams(LocalBackend backend, int port, int seconds, Map<String, Double> figures)
      throws IOException, InterruptedException {
    double alone = cpuPercent(backend, seconds);
    try (StreamCrowd crowd = new StreamCrowd(port, STREAMS)) {
      cpuPercent(backend, 3);
      long before = crowd.events();
      double together = cpuPercent(backend, seconds);
      figures.put("stream_updates_per_s", (crowd.events() - before) / (double) seconds / STREAMS);
      figures.put("streams_200_cpu_percent", together - alone);
    }
    figures.put("without_streams_cpu_percent", alone);
  }

  /// One reading of every device a second, for so long.
  private double cpuPercent(LocalBackend backend, int seconds) throws InterruptedException {
    Duration before = ProcessFigures.cpu();
    long began = System.nanoTime();
    for (int tick = 0; tick < seconds * 10; tick++) {
      Instant now = clock.instant();
      long salt = tick;
      offer(
          backend,
          IntStream.range(0, DEVICES / 10)
              .mapToObj(i -> reading(ReadingSupply.deviceId(i * 10 + (int) (salt % 10)), now, salt))
              .toArray(Message[]::new));
      long due = began + TimeUnit.MILLISECONDS.toNanos(100L * (tick + 1));
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
    double used = ProcessFigures.cpu().minus(before).toNanos();
    return 100 * used / (System.nanoTime() - began);
  }

  private void alarms(LocalBackend backend, int port, int seconds, Map<String, Double> figures)
      throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    int probes = Math.max(1, seconds * 1000 / BETWEEN_PROBES_MILLIS);
    try (HttpLine stream = new HttpLine(port, "/api/v1/stream")) {
      stream.begin();
      for (int i = 0; i < probes; i++) {
        String device = "probe_%05d".formatted(i);
        long sent = System.nanoTime();
        offer(backend, Reading.of(device, "bench", clock.instant(), WARM));
        String alarm = "\"alertId\":\"" + device;
        while (!stream.line().contains(alarm)) {
          // Another event, or a heartbeat.
        }
        latencies.add(System.nanoTime() - sent);
        TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
      }
    }
    figures.put("alarm_remote_p50_ms", latencies.quantileMillis(0.5));
    figures.put("alarm_remote_p99_ms", latencies.quantileMillis(0.99));
    figures.put("alarm_remote_max_ms", latencies.quantileMillis(1));
  }

  private void offer(LocalBackend backend, Message... messages) {
    Origin origin = new Origin("bench", "bench", null, null, Map.of());
    Decoded decoded = new Decoded(List.of(messages), List.of());
    Delivery delivery = new Delivery(origin, clock.instant(), new byte[0], decoded, Receipt.NONE);
    while (!backend.sink().offer(delivery)) {
      LockSupport.parkNanos(100_000);
    }
  }
}
