package ai.cryox.connectors.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A cloud API that has the seed's three routes and nothing else, on a real socket.
final class SeedServer implements AutoCloseable {
  private static final Pattern ROUTE =
      Pattern.compile("/facilities/([^/]+)/(temperature|alerts|devices/([^/]+)/configure)");

  /// Something with a time, as JSON.
  private record Entry(Instant time, String json) {}

  /// When something was asked for, and where.
  record Asked(Instant at, String method, String path) {}

  private final HttpServer server;
  private final String prefix;
  private final InstantSource clock;
  private final Map<String, List<Entry>> readings = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> alerts = new ConcurrentHashMap<>();
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final List<String> configured = new CopyOnWriteArrayList<>();
  private volatile int refusal;
  private volatile @Nullable String retryAfter;

  /// @param prefix `/api/v1`, or `/api/v1/temperature` as the seed's controller makes it
  SeedServer(String prefix, InstantSource clock) throws IOException {
    this.prefix = prefix;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// From now on everything is refused; 0 = nothing any more.
  void refuse(int status, @Nullable String retryAfterSeconds) {
    retryAfter = retryAfterSeconds;
    refusal = status;
  }

  void reading(String facility, String device, Instant time, double celsius) {
    readings
        .computeIfAbsent(facility, _ -> new CopyOnWriteArrayList<>())
        .add(
            new Entry(
                time,
                "{\"id\":\"%s_%d\",\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":%s}"
                    .formatted(device, time.toEpochMilli(), device, facility, time, celsius)));
  }

  void alert(String facility, String device, Instant time, String severity) {
    alerts
        .computeIfAbsent(facility, _ -> new CopyOnWriteArrayList<>())
        .add(
            new Entry(
                time,
                "{\"alertId\":\"%s_%d\",\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"%s\",\"severity\":\"%s\",\"message\":\"too warm\"}"
                    .formatted(device, time.toEpochMilli(), device, facility, time, severity)));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(new Asked(clock.instant(), exchange.getRequestMethod(), path));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Matcher route = ROUTE.matcher(path.startsWith(prefix) ? path.substring(prefix.length()) : "");
    if (refusal != 0) {
      if (retryAfter != null) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      answer(exchange, refusal, "{\"statusCode\":%d,\"message\":\"\"}".formatted(refusal));
    } else if (!route.matches()) {
      answer(exchange, 404, "");
    } else if (route.group(3) != null) {
      configured.add(new String(body, StandardCharsets.UTF_8));
      answer(exchange, 202, "");
    } else {
      var lists = route.group(2).equals("alerts") ? alerts : readings;
      answer(exchange, 200, page(exchange, lists.getOrDefault(route.group(1), List.of())));
    }
  }

  private static String page(HttpExchange exchange, List<Entry> all) {
    Map<String, String> query = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      int is = pair.indexOf('=');
      query.put(
          pair.substring(0, is), URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
    }
    Instant from = Instant.parse(query.getOrDefault("startTime", Instant.EPOCH.toString()));
    Instant until = Instant.parse(query.getOrDefault("endTime", "9999-01-01T00:00:00Z"));
    int size = Integer.parseInt(query.getOrDefault("pageSize", "100"));
    int start = Integer.parseInt(query.getOrDefault("continuationToken", "0"));
    List<Entry> wanted = new ArrayList<>(all);
    wanted.removeIf(e -> e.time().isBefore(from) || !e.time().isBefore(until));
    wanted.sort(Comparator.comparing(Entry::time));
    int end = Math.min(wanted.size(), start + size);
    String items = String.join(",", wanted.subList(start, end).stream().map(Entry::json).toList());
    return "{\"items\":[%s]%s}"
        .formatted(items, end < wanted.size() ? ",\"continuationToken\":\"" + end + "\"" : "");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
