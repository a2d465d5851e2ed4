package ai.cryox.connectors.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OtlpExportTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NOW = BEGIN.plusSeconds(60);

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private volatile int answer = 200;

  private static LiveSnapshot snapshot() {
    Vitals vitals =
        new Vitals(BEGIN, 12_345, 2.5, 7, 3, 0, 4, null, "The disk is full.", BEGIN, List.of());
    return new LiveSnapshot(1, NOW, List.of(), List.of(), List.of(), vitals);
  }

  private HttpServer collector() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/metrics",
        exchange -> {
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(type + " " + new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static OtlpSettings settings(HttpServer server, Duration every) {
    URI endpoint = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    return new OtlpSettings(endpoint, every, "north");
  }

  @Test
  void aCollectorHearsEveryFigureAsTheProtocolSpellsIt() throws Exception {
    HttpServer server = collector();
    try (OtlpExport export =
        new OtlpExport(
            settings(server, Duration.ofHours(1)), OtlpExportTest::snapshot, () -> NOW)) {
      export.send();
      String request = received.take();
      assertTrue(
          request.startsWith(
              "application/json {\"resourceMetrics\":[{\"resource\":{\"attributes\":["));
      for (String part :
          List.of(
              "{\"key\":\"service.name\",\"value\":{\"stringValue\":\"cryox\"}}",
              "{\"key\":\"service.instance.id\",\"value\":{\"stringValue\":\"north\"}}",
              "{\"name\":\"cryox.readings.stored\",\"unit\":\"{reading}\",\"gauge\":{\"dataPoints\":[{"
                  + "\"startTimeUnixNano\":\"1772359200000000000\",\"timeUnixNano\":"
                  + "\"1772359260000000000\",\"asInt\":\"12345\"}]}}",
              "{\"name\":\"cryox.readings.duplicates\",\"unit\":\"{reading}\",\"sum\":{"
                  + "\"aggregationTemporality\":2,\"isMonotonic\":true,\"dataPoints\":[{",
              "\"asDouble\":2.5",
              "\"name\":\"cryox.store.trouble\",\"unit\":\"1\",\"gauge\":{\"dataPoints\":[{"
                  + "\"startTimeUnixNano\":\"1772359200000000000\",\"timeUnixNano\":"
                  + "\"1772359260000000000\",\"asInt\":\"1\"}]}}",
              "{\"key\":\"severity\",\"value\":{\"stringValue\":\"Critical\"}}")) {
        assertTrue(request.contains(part), () -> part + " is missing in " + request);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCollectorThatRefusesOrIsGoneIsAskedAgain() throws Exception {
    HttpServer server = collector();
    OtlpSettings settings = settings(server, Duration.ofHours(1));
    try (OtlpExport export = new OtlpExport(settings, OtlpExportTest::snapshot, () -> NOW)) {
      answer = 503;
      export.send();
      answer = 200;
      export.send();
      assertEquals(2, received.size());
      server.stop(0);
      export.send();
      assertEquals(2, received.size());
    }
  }

  @Test
  void onceStartedItSendsByItself() throws Exception {
    HttpServer server = collector();
    try (OtlpExport export =
        new OtlpExport(
            settings(server, Duration.ofMillis(20)), OtlpExportTest::snapshot, () -> NOW)) {
      export.start();
      assertTrue(received.poll(60, TimeUnit.SECONDS) != null, "the first");
      assertTrue(received.poll(60, TimeUnit.SECONDS) != null, "and another");
    } finally {
      server.stop(0);
    }
  }
}
