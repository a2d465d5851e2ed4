package ai.cryox.app.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/// TCP.
final class PlainWire implements Wire {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES);

  /// @throws IOException if nobody answers
  PlainWire(InetSocketAddress endpoint) throws IOException {
    channel = SocketChannel.open(endpoint);
    channel.socket().setTcpNoDelay(true);
  }

  @Override
  public boolean hasRoom(int bytes) {
    return out.remaining() >= bytes;
  }

  @Override
  public void put(ByteBuffer packet) {
    out.put(packet);
  }

  @Override
  public boolean flush() throws IOException {
    return send(channel, out);
  }

  /// Sends what the socket takes, and leaves the rest in the buffer.
  static boolean send(SocketChannel channel, ByteBuffer out) throws IOException {
    if (out.position() == 0) {
      return false;
    }
    out.flip();
    boolean sent = channel.write(out) > 0;
    out.compact();
    return sent;
  }

  @Override
  public boolean isFlushed() {
    return out.position() == 0;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return channel.read(into);
  }

  @Override
  public void stopWaiting() throws IOException {
    channel.configureBlocking(false);
  }

  @Override
  public SelectableChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
