package ai.cryox.app.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/// TLS over TCP. Each packet goes in a record of its own, as a device sends it.
final class TlsWire implements Wire {
  private static final int RECORDS = 4;

  private final SocketChannel channel;
  private final SSLEngine engine;
  private final int longestRecord;
  private final ByteBuffer in;
  private final ByteBuffer out;

  /// Connects and shakes hands.
  ///
  /// @throws IOException if nobody answers or the handshake fails
  TlsWire(InetSocketAddress endpoint, SSLEngine engine) throws IOException {
    this.engine = engine;
    longestRecord = engine.getSession().getPacketBufferSize();
    in = ByteBuffer.allocate(RECORDS * longestRecord).limit(0);
    out = ByteBuffer.allocate(RECORDS * longestRecord);
    channel = SocketChannel.open(endpoint);
    channel.socket().setTcpNoDelay(true);
    try {
      shakeHands();
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private void shakeHands() throws IOException {
    ByteBuffer nothing = ByteBuffer.allocate(longestRecord);
    engine.beginHandshake();
    while (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> {
          engine.wrap(ByteBuffer.allocate(0), out);
          flush();
        }
        default -> {
          if (read(nothing) < 0) {
            throw new EOFException("The endpoint ended the TLS handshake.");
          }
        }
      }
    }
  }

  @Override
  public boolean hasRoom(int bytes) {
    return out.remaining() >= longestRecord;
  }

  @Override
  public void put(ByteBuffer packet) throws IOException {
    engine.wrap(packet, out);
  }

  @Override
  public boolean flush() throws IOException {
    return PlainWire.send(channel, out);
  }

  @Override
  public boolean isFlushed() {
    return out.position() == 0;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int before = into.position();
    SSLEngineResult last = engine.unwrap(in, into);
    if (last.getStatus() == Status.BUFFER_UNDERFLOW) {
      in.compact();
      int came = channel.read(in);
      in.flip();
      if (came <= 0) {
        return came;
      }
      last = engine.unwrap(in, into);
    }
    while (last.getStatus() == Status.OK && last.bytesConsumed() > 0 && in.hasRemaining()) {
      last = engine.unwrap(in, into);
    }
    if (last.getStatus() == Status.BUFFER_OVERFLOW && into.position() == before) {
      throw new IllegalArgumentException("The buffer is smaller than a TLS record can be.");
    }
    return last.getStatus() == Status.CLOSED ? -1 : into.position() - before;
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
