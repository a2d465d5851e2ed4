package ai.cryox.backend;

import ai.cryox.backend.report.TestStamps;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;

/// A time-stamp authority on this machine that is asked over HTTP, and may be out of order.
final class StampAuthority implements AutoCloseable {
  private final HttpServer server;
  private volatile boolean answers = true;

  /// @param time that it confirms
  StampAuthority(Instant time) throws Exception {
    TestStamps stamps = new TestStamps(time);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = stamps.ask(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(answers ? 200 : 503, answers ? answer.length : -1);
          if (answers) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// Whether it answers from now on, or says that it cannot.
  void answers(boolean wanted) {
    answers = wanted;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
