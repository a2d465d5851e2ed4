package ai.cryox.app.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A bad stretch of network: some connections are dropped at once, all others carry what comes back
/// late and in pieces, and break off in the middle of it. Thread-safe.
public final class RoughProxy implements AutoCloseable {
  private static final int SHORTEST = 7_000;
  private static final int LONGEST = 26_000;
  private static final int LATEST_MILLIS = 8;
  private static final int PIECE = 700;

  private final int target;
  private final RandomGenerator random;
  private final ServerSocket server;
  private final AtomicInteger broken = new AtomicInteger();

  /// @param target the port on this machine where connections lead
  public RoughProxy(int target, RandomGenerator random) throws IOException {
    this.target = target;
    this.random = random;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// Where it listens on this machine.
  public int port() {
    return server.getLocalPort();
  }

  /// How many connections it has broken.
  public int broken() {
    return broken.get();
  }

  private synchronized int random(int from, int until) {
    return random.nextInt(from, until);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        if (random(0, 10) == 0) {
          broken.incrementAndGet();
          client.close();
        } else {
          Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
          Thread.ofVirtual().start(() -> carry(client, there));
          Thread.ofVirtual().start(() -> bringBack(there, client));
        }
      }
    } catch (IOException closed) {
      assert server.isClosed() : closed;
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException end) {
      assert from.isClosed() : end;
    }
  }

  private void bringBack(Socket from, Socket to) {
    int left = random(SHORTEST, LONGEST);
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[PIECE];
      while (left > 0) {
        int count = in.read(piece, 0, Math.min(left, piece.length));
        if (count < 0) {
          return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random(0, LATEST_MILLIS)));
        out.write(piece, 0, count);
        left -= count;
      }
      broken.incrementAndGet();
    } catch (IOException end) {
      assert from.isClosed() : end;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
