package ai.cryox.connectors.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server on a real socket that speaks STARTTLS and asks for a sign-in after it, or answers
/// what a test wants.
final class ScriptedMailServer implements AutoCloseable {
  final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  volatile String toRecipient = "250 ok";
  volatile String toSignIn = "235 welcome";

  /// @param tls `null`: no STARTTLS is offered
  ScriptedMailServer(@Nullable SSLContext tls) throws IOException {
    this.tls = tls;
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      say(socket, "220 scripted");
      talk(socket, false);
    } catch (IOException gone) {
      heard.add("GONE");
    }
  }

  private void talk(Socket socket, boolean secured) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add((secured ? "TLS " : "") + line);
      switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
        case "EHLO" ->
            say(
                socket,
                secured
                    ? "250-scripted\r\n250 AUTH PLAIN"
                    : tls == null ? "250 scripted" : "250-scripted\r\n250 STARTTLS");
        case "STARTTLS" -> {
          say(socket, "220 go on");
          talk(upgrade(socket), true);
          return;
        }
        case "AUTH" -> say(socket, toSignIn);
        case "RCPT" -> say(socket, toRecipient);
        case "DATA" -> {
          say(socket, "354 go on");
          while (!".".equals(line)) {
            line = in.readLine();
            heard.add("DATA " + line);
          }
          say(socket, "250 2.0.0 queued as 4711");
        }
        case "QUIT" -> {
          say(socket, "221 bye");
          return;
        }
        default -> say(socket, "250 ok");
      }
    }
  }

  private Socket upgrade(Socket socket) throws IOException {
    SSLContext context = tls;
    if (context == null) {
      throw new IOException("no TLS here");
    }
    SSLSocket secure =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
