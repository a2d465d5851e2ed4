package ai.cryox.app.bench;

import ai.cryox.app.wiring.Doors;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.control.ControlClient;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.backend.endpoint.RelaySettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// How fast the whole line takes readings, from the socket to the acknowledgement after the commit.
/// The generator runs on the same machine, in this process, on a thread of its own.
public final class IngestBench {
  private static final int DEVICES = 1_000;

  /// Devices with certificates, each with a connection of its own.
  private static final int CERTIFIED = 100;

  /// Threads that connect again and again.
  private static final int HANDSHAKING = 2;

  private static final double WARM_UP_SECONDS = 3;
  private static final long LATEST_FIGURES_NANOS = 3_000_000_000L;

  private final Path folder;
  private final InstantSource clock;

  /// @param folder an empty one
  public IngestBench(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Measures single readings, arrays of a hundred, devices that wait for each acknowledgement, and
  /// single readings of devices with client certificates over TLS, each for so long, and gives the
  /// figures by name.
  public Map<String, Double> measure(int seconds) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    runPlain("", new LoadGenerator.Shape(50, DEVICES, 1, 200), seconds, figures);
    runPlain("array_", new LoadGenerator.Shape(10, DEVICES, 100, 20), seconds, figures);
    runPlain("pingpong_", new LoadGenerator.Shape(50, DEVICES, 1, 1), seconds, figures);
    runTls(new LoadGenerator.Shape(CERTIFIED, CERTIFIED, 1, 100), seconds, figures);
    figures.put("heap_mb", ProcessFigures.usedHeapMib());
    return figures;
  }

  private void runPlain(
      String name, LoadGenerator.Shape shape, int seconds, Map<String, Double> figures)
      throws IOException {
    Path data = folder.resolve("ingest-" + shape.array() + "-" + shape.window());
    try (Monitoring monitoring =
        new Wiring(clock).start(data, HostPort.ANY, HostPort.ANY, "bench")) {
      InetSocketAddress endpoint = loopback(monitoring.mqttPort());
      run(name, clientId -> new PlainWire(endpoint), monitoring, shape, seconds, figures);
    }
  }

  private void runTls(LoadGenerator.Shape shape, int seconds, Map<String, Double> figures)
      throws IOException {
    Path data = folder.resolve("ingest-tls");
    Doors doors = new Doors(HostPort.ANY, null, HostPort.ANY, List.of());
    List<String> ids =
        IntStream.range(0, shape.connections()).mapToObj(ReadingSupply::deviceId).toList();
    try (Monitoring monitoring =
            new Wiring(clock).start(data, doors, RelaySettings.OFF, "bench", List.of());
        ControlClient control = new ControlClient(Objects.requireNonNull(ControlFile.read(data)))) {
      Wire.Dialer devices = new CertifiedDevices(control, loopback(monitoring.mqttsPort()), ids);
      run("tls_", devices, monitoring, shape, seconds, figures);
      ConnectionRate rate = new ConnectionRate(devices, ids);
      rate.measure(HANDSHAKING, WARM_UP_SECONDS);
      figures.put("tls_handshakes_per_s", rate.measure(HANDSHAKING, seconds));
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void run(
      String name,
      Wire.Dialer dialer,
      Monitoring monitoring,
      LoadGenerator.Shape shape,
      int seconds,
      Map<String, Double> figures)
      throws IOException {
    try (LoadGenerator load = new LoadGenerator(dialer, shape, clock)) {
      load.run(WARM_UP_SECONDS);
      long before = load.acknowledged();
      load.latencies().clear();
      long start = System.nanoTime();
      double cpu = workingSeconds();
      load.run(seconds);
      double lasted = (System.nanoTime() - start) / 1e9;
      long readings = (load.acknowledged() - before) * shape.array();
      figures.put(name + "readings_per_s", readings / lasted);
      figures.put(name + "ack_p50_ms", load.latencies().quantileMillis(0.5));
      figures.put(name + "ack_p99_ms", load.latencies().quantileMillis(0.99));
      figures.put(name + "cores", (workingSeconds() - cpu) / lasted);
      figures.put(name + "dropped", missing(monitoring, load.published() * shape.array()));
    }
  }

  /// What was published and is not stored; the figures of the live feed come a moment later.
  private static double missing(Monitoring monitoring, long published) {
    long end = System.nanoTime() + LATEST_FIGURES_NANOS;
    long missing;
    do {
      missing = published - monitoring.session().live().latest().vitals().stored();
    } while (missing != 0 && System.nanoTime() < end);
    return missing;
  }

  /// Processor time of all threads but this one, which makes the load.
  private static double workingSeconds() {
    var threads = ManagementFactory.getThreadMXBean();
    return ProcessFigures.cpu().toNanos() / 1e9 - threads.getCurrentThreadCpuTime() / 1e9;
  }
}
