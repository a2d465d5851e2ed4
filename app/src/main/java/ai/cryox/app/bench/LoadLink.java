package ai.cryox.app.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// One connection of the {@link LoadGenerator}: keeps so many publications in flight. Speaks MQTT
/// 3.1.1. One thread.
final class LoadLink implements Closeable {
  /// Bytes of a PUBACK, and of a CONNACK.
  private static final int ANSWER_LENGTH = 4;

  /// More than any TLS record can hold.
  private static final int IN_BYTES = 32 * 1024;

  private final Wire wire;
  private final MessageTemplate template;
  private final int window;
  private final LoadGenerator.Counts counts;
  private final ByteBuffer packet;
  private final ByteBuffer in = ByteBuffer.allocate(IN_BYTES);
  private final Deque<Long> sentNanos = new ArrayDeque<>();

  private LoadLink(Wire wire, MessageTemplate template, int window, LoadGenerator.Counts counts) {
    this.wire = wire;
    this.template = template;
    this.window = window;
    this.counts = counts;
    this.packet = ByteBuffer.allocate(template.length());
  }

  /// Connects.
  ///
  /// @param counts where it counts what it does
  /// @throws IOException if the endpoint does not take it
  static LoadLink open(
      Wire.Dialer dialer,
      String clientId,
      MessageTemplate template,
      int window,
      LoadGenerator.Counts counts)
      throws IOException {
    Wire wire = connect(dialer, clientId);
    wire.stopWaiting();
    return new LoadLink(wire, template, window, counts);
  }

  /// A connection on which the client was let in, and which still waits for its socket.
  ///
  /// @throws IOException if the endpoint does not take it
  static Wire connect(Wire.Dialer dialer, String clientId) throws IOException {
    Wire wire = dialer.dial(clientId);
    wire.put(connectPacket(clientId));
    while (!wire.isFlushed()) {
      wire.flush();
    }
    ByteBuffer answer = ByteBuffer.allocate(IN_BYTES);
    while (answer.position() < ANSWER_LENGTH && wire.read(answer) >= 0) {}
    if (answer.position() < ANSWER_LENGTH || answer.get(3) != 0) {
      wire.close();
      throw new IOException("The endpoint does not take the connection " + clientId + ".");
    }
    return wire;
  }

  private static ByteBuffer connectPacket(String clientId) {
    byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer packet = ByteBuffer.allocate(14 + id.length);
    packet.put((byte) 0x10).put((byte) (12 + id.length));
    packet.putShort((short) 4).put("MQTT".getBytes(StandardCharsets.US_ASCII));
    packet.put((byte) 4).put((byte) 2).putShort((short) 0);
    packet.putShort((short) id.length).put(id);
    return packet.flip();
  }

  SelectableChannel channel() {
    return wire.channel();
  }

  /// Takes acknowledgements and publishes as many new messages.
  ///
  /// @return whether anything was done
  boolean turn(boolean sending) throws IOException {
    boolean read = readAcknowledgements();
    if (sending && wire.isFlushed()) {
      long now = System.nanoTime();
      while (sentNanos.size() < window && wire.hasRoom(template.length())) {
        template.write(packet.clear());
        wire.put(packet.flip());
        sentNanos.add(now);
        counts.published++;
      }
    }
    return wire.flush() || read;
  }

  private boolean readAcknowledgements() throws IOException {
    int count = wire.read(in);
    if (count < 0) {
      throw new IOException("The endpoint closed a connection.");
    }
    in.flip();
    long now = System.nanoTime();
    while (in.remaining() >= ANSWER_LENGTH) {
      in.getInt();
      counts.acknowledged++;
      counts.latencies.add(now - sentNanos.remove());
    }
    in.compact();
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
