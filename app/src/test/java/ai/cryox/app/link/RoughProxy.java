package ai.cryox.app.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A bad stretch of network: some connections are dropped at once, all others carry what comes back
/// late and in pieces, and break off in the middle of it. All of it can be cut, too, so that it is
/// noticed or so that it is not. Thread-safe.
public final class RoughProxy implements AutoCloseable {
  private static final int SHORTEST = 7_000;
  private static final int LONGEST = 26_000;
  private static final int LATEST_MILLIS = 8;
  private static final int PIECE = 700;

  private final int target;
  private final RandomGenerator random;
  private final ServerSocket server;
  private final AtomicInteger broken = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Dark dark = new Dark(System.nanoTime(), false);

  /// Nothing gets through.
  ///
  /// @param until of the nano clock
  /// @param silent whether nobody is told
  private record Dark(long until, boolean silent) {
    boolean isOver() {
      return until - System.nanoTime() <= 0;
    }

    void waitForLight() {
      while (!isOver()) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
  }

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

  /// Breaks everything, and lets nobody through for so long.
  public void cut(Duration length) {
    dark = new Dark(System.nanoTime() + length.toNanos(), false);
    open.forEach(this::breakOff);
  }

  /// Carries nothing for so long and leaves the connections open; what would have been carried
  /// breaks off at the end.
  public void fallSilent(Duration length) {
    dark = new Dark(System.nanoTime() + length.toNanos(), true);
  }

  private void breakOff(Socket socket) {
    broken.incrementAndGet();
    try {
      socket.close();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private synchronized int random(int from, int until) {
    return random.nextInt(from, until);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Dark now = dark;
        if (!now.isOver() && now.silent()) {
          Thread.ofVirtual()
              .start(() -> {
                now.waitForLight();
                breakOff(client);
              });
        } else if (!now.isOver() || random(0, 10) == 0) {
          breakOff(client);
        } else {
          Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
          open.add(client);
          Thread.ofVirtual().start(() -> carry(client, there, Integer.MAX_VALUE, 1));
          Thread.ofVirtual()
              .start(() -> carry(there, client, random(SHORTEST, LONGEST), LATEST_MILLIS));
        }
      }
    } catch (IOException closed) {
      assert server.isClosed() : closed;
    }
  }

  /// @param left bytes until it breaks off
  /// @param late milliseconds that a piece takes, less than that
  private void carry(Socket from, Socket to, int left, int late) {
    int more = left;
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[PIECE];
      while (more > 0) {
        int count = in.read(piece, 0, Math.min(more, piece.length));
        if (count < 0) {
          return;
        }
        Dark now = dark;
        if (!now.isOver()) {
          now.waitForLight();
          break;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random(0, late)));
        out.write(piece, 0, count);
        more -= count;
      }
      broken.incrementAndGet();
    } catch (IOException end) {
      assert from.isClosed() : end;
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
