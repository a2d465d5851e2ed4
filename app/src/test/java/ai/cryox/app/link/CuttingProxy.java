package ai.cryox.app.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A stretch of network that fails when the test wants it to. A connection can be cut as soon as
/// the broker has said something: Paho notices a cut before that only after its time for an answer.
/// Thread-safe.
public final class CuttingProxy implements AutoCloseable {
  private final int target;
  private final RandomGenerator random;
  private final List<Socket> open = new ArrayList<>();
  private final int port;
  private @Nullable ServerSocket server;

  /// @param target the port on this machine where connections lead
  public CuttingProxy(int target, RandomGenerator random) throws IOException {
    this.target = target;
    this.random = random;
    ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = first.getLocalPort();
    accept(first);
  }

  /// Where it listens on this machine.
  public int port() {
    return port;
  }

  /// Cuts one connection, whatever is on its way.
  ///
  /// @return `false` if there is none
  public synchronized boolean cutOne() {
    open.removeIf(Socket::isClosed);
    if (open.isEmpty()) {
      return false;
    }
    cut(open.remove(random.nextInt(open.size())));
    return true;
  }

  /// Cuts everything and lets nobody through.
  public synchronized void breakDown() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
    open.forEach(CuttingProxy::cut);
    open.clear();
  }

  /// Lets connections through again.
  public synchronized void repair() throws IOException {
    accept(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
  }

  @Override
  public void close() throws IOException {
    breakDown();
  }

  private synchronized void accept(ServerSocket on) {
    server = on;
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              carry(on.accept());
            }
          } catch (IOException closed) {
            // The network is down.
            assert on.isClosed() : closed;
          }
        });
  }

  private void carry(Socket client) throws IOException {
    Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
    Thread.ofVirtual().start(() -> pump(client, broker, () -> {}));
    Thread.ofVirtual().start(() -> pump(broker, client, () -> established(client)));
  }

  private synchronized void established(Socket client) {
    open.add(client);
  }

  private static void pump(Socket from, Socket to, Runnable whenFirst) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int first = in.read();
      if (first >= 0) {
        whenFirst.run();
        out.write(first);
        in.transferTo(out);
      }
    } catch (IOException end) {
      // Cut, or one side went.
      cut(to);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
