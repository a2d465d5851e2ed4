package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.BackendException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the browser brings the issuer's answer, on this machine only (RFC 8252, 7.3). Takes one
/// answer and no second.
final class Loopback implements AutoCloseable {
  private static final int LONGEST_QUERY = 16_384;

  private final HttpServer server;
  private final RedirectAddress address;
  private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

  private Loopback(HttpServer server, RedirectAddress address) {
    this.server = server;
    this.address = address;
    server.createContext("/", this::take);
    server.start();
  }

  /// Listens at the first of these addresses that is free; at the usual one if there are none.
  ///
  /// @throws BackendException if none is free
  static Loopback open(List<RedirectAddress> addresses) {
    for (RedirectAddress address :
        addresses.isEmpty() ? List.of(RedirectAddress.USUAL) : addresses) {
      try {
        return new Loopback(
            HttpServer.create(new InetSocketAddress(address.local(), address.port()), 0), address);
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new BackendException(
        "No port is free on this machine for the browser's answer%s. Close what uses them."
            .formatted(
                addresses.stream()
                    .map(one -> ", " + one.at(one.port()))
                    .collect(Collectors.joining())));
  }

  /// Where the issuer is to send the browser.
  String address() {
    return address.at(server.getAddress().getPort());
  }

  /// The parameters of the answer, once it has come.
  CompletableFuture<Map<String, String>> answer() {
    return answer;
  }

  private void take(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery();
    if (!uri.getRawPath().equals(address.path())
        || !exchange.getRequestMethod().equals("GET")
        || query == null
        || query.length() > LONGEST_QUERY) {
      say(exchange, 404, "There is nothing here.");
      return;
    }
    Map<String, String> parameters = parameters(query);
    if (parameters == null) {
      say(exchange, 400, "That is no answer.");
      return;
    }
    say(exchange, 200, "Cryox Console has the answer. You can close this page and go back.");
    answer.complete(parameters);
  }

  private static @Nullable Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    try {
      for (String part : query.split("&")) {
        int at = part.indexOf('=');
        String name = at < 0 ? part : part.substring(0, at);
        String value = at < 0 ? "" : part.substring(at + 1);
        parameters.put(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException nonsense) {
      return null;
    }
    return parameters;
  }

  private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
    byte[] page =
        "<!doctype html><meta charset=utf-8><title>Cryox Console</title><p>%s</p>"
            .formatted(sentence)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(1);
  }
}
