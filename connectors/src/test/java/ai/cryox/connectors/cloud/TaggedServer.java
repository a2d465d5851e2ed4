package ai.cryox.connectors.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server with one answer and its ETag, on a real socket.
final class TaggedServer implements AutoCloseable {
  /// The status of each answer.
  final List<Integer> answered = new CopyOnWriteArrayList<>();

  private final Map<String, String> more = new ConcurrentHashMap<>();
  private final int port;
  private HttpServer server;
  private volatile String content = "{\"items\":[1]}";
  private volatile String cacheControl = "private, max-age=0";
  private volatile int refusal;
  private volatile int most = Integer.MAX_VALUE;

  TaggedServer() throws IOException {
    server = listening(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listening(int on) throws IOException {
    HttpServer fresh =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
    fresh.createContext("/", this::handle);
    fresh.start();
    return fresh;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void content(String json) {
    content = json;
  }

  void cacheControl(String directives) {
    cacheControl = directives;
  }

  void refuse(int status) {
    refusal = status;
  }

  void alsoSend(String header, String value) {
    more.put(header, value);
  }

  /// The connection ends after so many bytes of a body.
  void breakOffAfter(int bytes) {
    most = bytes;
  }

  void breakDown() {
    server.stop(0);
  }

  void repair() throws IOException {
    server = listening(port);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    String tag = '"' + Integer.toHexString(content.hashCode()) + '"';
    boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    int status = refusal != 0 ? refusal : known ? 304 : 200;
    answered.add(status);
    more.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Cache-Control", cacheControl);
    exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
    if (status == 200) {
      exchange.getResponseBody().write(body, 0, Math.min(most, body.length));
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
