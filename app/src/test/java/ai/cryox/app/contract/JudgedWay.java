package ai.cryox.app.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// The way to a server through somebody who holds every request and answer against the API's
/// description, and says in a header what does not fit. Streams, which they would wait for the end
/// of, go past them; so do files, which they would carry as text, after one try for the judge
/// alone. Thread-safe.
final class JudgedWay implements AutoCloseable {
  /// In which the judge says what does not fit.
  private static final String VIOLATIONS = "sl-violations";

  /// Whose bodies are files.
  private static final Pattern FILE = Pattern.compile("/(document|picture)([?]|$)");

  /// What belongs to one connection, or is made anew.
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI judge;
  private final URI server;
  private final HttpServer front;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private volatile int judged;

  /// @param judge where they listen, such as `http://127.0.0.1:4010`
  /// @param server whom they ask
  JudgedWay(URI judge, URI server) throws IOException {
    this.judge = judge;
    this.server = server;
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(threads);
    front.createContext("/", this::pass);
    front.start();
  }

  /// Where it begins.
  URI address() {
    return URI.create("http://localhost:" + front.getAddress().getPort());
  }

  /// What did not fit so far, each with its request.
  List<String> violations() {
    return List.copyOf(violations);
  }

  /// How many answers were judged.
  int judged() {
    return judged;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean isAsked = exchange.getRequestMethod().equals("GET");
      boolean isFile = FILE.matcher(target).find() && (isAsked || body.length > 0);
      boolean mayBeJudged = !target.startsWith("/api/v1/stream") && (!isFile || isAsked);
      if (mayBeJudged) {
        HttpResponse<InputStream> judged = ask(judge, exchange, body);
        judge(exchange.getRequestMethod() + " " + target, judged);
        if (!isFile) {
          bringBack(judged, exchange);
          return;
        }
        judged.body().close();
      }
      bringBack(ask(server, exchange, body), exchange);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<InputStream> ask(URI whom, HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(whom + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private synchronized void judge(String request, HttpResponse<?> answer) {
    judged++;
    answer
        .headers()
        .firstValue(VIOLATIONS)
        // What the server refuses too is no difference.
        .filter(words -> answer.statusCode() != 400 || words.contains("\"response\""))
        .ifPresent(words -> violations.add(request + " " + answer.statusCode() + " " + words));
  }

  private static void bringBack(HttpResponse<InputStream> answer, HttpExchange exchange)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    boolean isEmpty = answer.statusCode() == 204 || answer.statusCode() == 304;
    exchange.sendResponseHeaders(answer.statusCode(), isEmpty ? -1 : 0);
    try (InputStream in = answer.body();
        OutputStream out = exchange.getResponseBody()) {
      byte[] piece = new byte[8_192];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        out.write(piece, 0, count);
        out.flush();
      }
    }
  }

  @Override
  public void close() {
    front.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }
}
