package ai.cryox.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Many clients of the live stream on one thread, that count the events they get.
final class StreamCrowd implements AutoCloseable {
  /// Every event has one such line.
  private static final byte[] EVENT = "\nevent: changes".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final List<SocketChannel> clients = new ArrayList<>();
  private final AtomicLong events = new AtomicLong();
  private volatile boolean stopped;

  StreamCrowd(int port, int count) throws IOException {
    byte[] request =
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
            .formatted(port)
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      SocketChannel client =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      client.write(ByteBuffer.wrap(request));
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ, new int[1]);
      clients.add(client);
    }
    Thread.ofPlatform().name("bench streams").start(this::run);
  }

  /// Events that all clients got so far.
  long events() {
    return events.get();
  }

  private void run() {
    byte[] bytes = new byte[256 * 1024];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (!stopped) {
        selector.select(
            key -> {
              if (key.attachment() instanceof int[] matched) {
                read((SocketChannel) key.channel(), buffer, bytes, matched);
              }
            },
            100);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// @param bytes what the buffer writes to
  /// @param matched how much of an event's line was seen so far
  private void read(SocketChannel client, ByteBuffer buffer, byte[] bytes, int[] matched) {
    try {
      buffer.clear();
      if (client.read(buffer) < 0) {
        client.close();
        return;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    int at = matched[0];
    long found = 0;
    for (int i = 0; i < buffer.position(); i++) {
      at = bytes[i] == EVENT[at] ? at + 1 : bytes[i] == EVENT[0] ? 1 : 0;
      if (at == EVENT.length) {
        found++;
        at = 0;
      }
    }
    matched[0] = at;
    events.addAndGet(found);
  }

  @Override
  public void close() throws IOException {
    stopped = true;
    selector.wakeup();
    for (SocketChannel client : clients) {
      client.close();
    }
    selector.close();
  }
}
