package ai.cryox.connectors.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A busy server that counts who asks, on a real socket; waiting takes the moved clock's time and
/// no other.
final class ShiftServer implements AutoCloseable {
  /// A proxy between here and there cuts streams that last longer.
  private static final Duration STREAM = Duration.ofMinutes(3);

  private final HttpServer server;
  private final MovedClock clock;

  /// When something was asked for.
  final List<Instant> asked = new CopyOnWriteArrayList<>();

  ShiftServer(MovedClock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(clock.instant());
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/stream")) {
      answer(exchange, "text/event-stream", "data: " + changes() + "\n\n");
      clock.move(STREAM);
    } else if (path.endsWith("/changes")) {
      clock.move(waited(exchange));
      answer(exchange, "application/json", changes());
    } else {
      answer(exchange, "application/json", "{\"items\":[]}");
    }
  }

  /// Every fifth change is an alarm, which does not wait for others.
  private Duration waited(HttpExchange exchange) {
    boolean waits = String.valueOf(exchange.getRequestURI().getQuery()).contains("wait=");
    return waits ? Duration.ofSeconds(asked.size() % 5 == 0 ? 1 : 15) : Duration.ZERO;
  }

  private String changes() {
    return "{\"cursor\":\"%d\",\"at\":\"%s\"}".formatted(asked.size(), clock.instant());
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
