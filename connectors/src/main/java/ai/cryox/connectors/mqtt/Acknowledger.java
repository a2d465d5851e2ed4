package ai.cryox.connectors.mqtt;

import ai.cryox.core.reading.Receipt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Acknowledges to a broker what has been committed, in the order in which it came (MQTT 4.6), on a
/// thread of its own: the pipeline that tells of a commit must not wait for a socket.
final class Acknowledger {
  private static final long STOP_MILLIS = 1_000;

  private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();
  private final BrokerClient client;
  private final LinkLamp lamp;
  private final Thread thread;
  private volatile boolean stopped;

  Acknowledger(String name, BrokerClient client, LinkLamp lamp) {
    this.client = client;
    this.lamp = lamp;
    this.thread = Thread.ofPlatform().name("acknowledge " + name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Owes one more. One thread only: that on which messages arrive.
  Receipt owe(int packetId) {
    Owed one = new Owed(packetId);
    owed.add(one);
    return one;
  }

  /// Waits until nothing is owed any more, or until time is up.
  void settle(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!owed.isEmpty() && System.nanoTime() < end && thread.isAlive()) {
      thread.join(5);
    }
  }

  /// Acknowledges nothing any more.
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      Owed next = owed.peek();
      if (next == null || !next.committed) {
        LockSupport.park(this);
        continue;
      }
      try {
        client.acknowledge(next.packetId);
      } catch (LinkException gone) {
        // The connection has ended, and with it every packet id; the broker sends again.
        return;
      }
      lamp.countAcknowledged();
      owed.remove();
    }
  }

  private final class Owed implements Receipt {
    private final int packetId;
    private volatile boolean committed;

    Owed(int packetId) {
      this.packetId = packetId;
    }

    @Override
    public void committed() {
      committed = true;
      LockSupport.unpark(thread);
    }
  }
}
