package ai.cryox.app.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Publishes readings at QoS 1 over many connections as fast as they are acknowledged, on one
/// thread and with as little work as possible: the endpoint is to be measured, not this.
///
/// Speaks MQTT 3.1.1. Packets are copies of templates in which time, value and packet id are
/// replaced. One thread.
final class LoadGenerator implements AutoCloseable {
  /// Bytes of a PUBACK.
  private static final int PUBACK_LENGTH = 4;

  private final Selector selector;
  private final List<Link> links = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private long acknowledged;
  private long published;

  /// What is sent.
  ///
  /// @param connections how many, each with devices of its own
  /// @param devices in all, at least one a connection
  /// @param array readings in one message; 1 = a plain object
  /// @param window messages in flight on each connection
  record Shape(int connections, int devices, int array, int window) {}

  /// Connects.
  ///
  /// @throws IOException if the endpoint does not answer
  LoadGenerator(InetSocketAddress endpoint, Shape shape, InstantSource clock) throws IOException {
    selector = Selector.open();
    int each = Math.max(1, shape.devices() / shape.connections());
    for (int i = 0; i < shape.connections(); i++) {
      MessageTemplate template = new MessageTemplate(i * each, each, shape.array(), clock);
      links.add(new Link(endpoint, "load-" + i, template, shape.window()));
    }
  }

  Latencies latencies() {
    return latencies;
  }

  /// Messages acknowledged so far.
  long acknowledged() {
    return acknowledged;
  }

  long published() {
    return published;
  }

  /// Publishes for so long, then waits for what is still in flight, at most a minute.
  void run(double seconds) throws IOException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    boolean sending = true;
    while (sending || (acknowledged < published && System.nanoTime() < end + 60_000_000_000L)) {
      sending = System.nanoTime() < end;
      boolean busy = false;
      for (Link link : links) {
        busy |= link.turn(sending);
      }
      if (!busy) {
        selector.select(key -> {}, 1);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Link link : links) {
      link.channel.close();
    }
    selector.close();
  }

  private final class Link {
    private final SocketChannel channel;
    private final MessageTemplate template;
    private final int window;
    private final ByteBuffer out;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private final Deque<Long> sentNanos = new ArrayDeque<>();

    Link(InetSocketAddress endpoint, String clientId, MessageTemplate template, int window)
        throws IOException {
      this.template = template;
      this.window = window;
      this.out = ByteBuffer.allocate(Math.max(64 * 1024, template.length() * 2));
      channel = SocketChannel.open(endpoint);
      ByteBuffer connect = connect(clientId);
      while (connect.hasRemaining()) {
        channel.write(connect);
      }
      ByteBuffer answer = ByteBuffer.allocate(4);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {}
      if (answer.hasRemaining() || answer.get(3) != 0) {
        throw new IOException("The endpoint does not take the connection " + clientId + ".");
      }
      channel.configureBlocking(false);
      channel.socket().setTcpNoDelay(true);
      channel.register(selector, SelectionKey.OP_READ);
      out.limit(0);
    }

    private static ByteBuffer connect(String clientId) {
      byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
      ByteBuffer packet = ByteBuffer.allocate(14 + id.length);
      packet.put((byte) 0x10).put((byte) (12 + id.length));
      packet.putShort((short) 4).put("MQTT".getBytes(StandardCharsets.US_ASCII));
      packet.put((byte) 4).put((byte) 2).putShort((short) 0);
      packet.putShort((short) id.length).put(id);
      return packet.flip();
    }

    /// @return whether anything was done
    boolean turn(boolean sending) throws IOException {
      boolean read = readAcknowledgements();
      if (!out.hasRemaining() && sending) {
        out.clear();
        long now = System.nanoTime();
        while (sentNanos.size() < window && out.remaining() >= template.length()) {
          template.write(out);
          sentNanos.add(now);
          published++;
        }
        out.flip();
      }
      boolean written = out.hasRemaining() && channel.write(out) > 0;
      return written || read;
    }

    private boolean readAcknowledgements() throws IOException {
      int count = channel.read(in);
      if (count < 0) {
        throw new IOException("The endpoint closed a connection.");
      }
      in.flip();
      long now = System.nanoTime();
      while (in.remaining() >= PUBACK_LENGTH) {
        in.getInt();
        acknowledged++;
        latencies.add(now - sentNanos.remove());
      }
      in.compact();
      return count > 0;
    }
  }
}
