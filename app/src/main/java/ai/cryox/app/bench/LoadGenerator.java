package ai.cryox.app.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Publishes readings at QoS 1 over many connections as fast as they are acknowledged, on one
/// thread and with as little work as possible: the endpoint is to be measured, not this.
///
/// Packets are copies of templates in which time, value and packet id are replaced. One thread.
final class LoadGenerator implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Selector selector;
  private final List<LoadLink> links = new ArrayList<>();
  private final Counts counts = new Counts();

  /// What is sent.
  ///
  /// @param connections how many, each with devices of its own
  /// @param devices in all, at least one a connection
  /// @param array readings in one message; 1 = a plain object
  /// @param window messages in flight on each connection
  record Shape(int connections, int devices, int array, int window) {
    int devicesEach() {
      return Math.max(1, devices / connections);
    }

    /// A connection of one device bears its name, as a device must that proves who it is.
    String clientId(int connection) {
      return devicesEach() == 1 ? ReadingSupply.deviceId(connection) : "load-" + connection;
    }
  }

  /// What all connections have done.
  static final class Counts {
    final Latencies latencies = new Latencies();
    long acknowledged;
    long published;
  }

  /// Connects.
  ///
  /// @throws IOException if the endpoint does not answer
  LoadGenerator(Wire.Dialer dialer, Shape shape, InstantSource clock) throws IOException {
    selector = Selector.open();
    int each = shape.devicesEach();
    for (int i = 0; i < shape.connections(); i++) {
      MessageTemplate template = new MessageTemplate(i * each, each, shape.array(), clock);
      LoadLink link = LoadLink.open(dialer, shape.clientId(i), template, shape.window(), counts);
      link.channel().register(selector, SelectionKey.OP_READ);
      links.add(link);
    }
  }

  Latencies latencies() {
    return counts.latencies;
  }

  /// Messages acknowledged so far.
  long acknowledged() {
    return counts.acknowledged;
  }

  long published() {
    return counts.published;
  }

  /// Publishes for so long, then waits for what is still in flight, at most a minute.
  void run(double seconds) throws IOException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    boolean sending = true;
    while (sending || (isOwedSome() && System.nanoTime() < end + PATIENCE_NANOS)) {
      sending = System.nanoTime() < end;
      boolean busy = false;
      for (LoadLink link : links) {
        busy |= link.turn(sending);
      }
      if (!busy) {
        selector.select(key -> {}, 1);
      }
    }
  }

  private boolean isOwedSome() {
    return counts.acknowledged < counts.published;
  }

  @Override
  public void close() throws IOException {
    for (LoadLink link : links) {
      link.close();
    }
    selector.close();
  }
}
