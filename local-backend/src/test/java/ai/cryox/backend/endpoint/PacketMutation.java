package ai.cryox.backend.endpoint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/// Packets that were lawful before one to three of their bytes were changed; the same seed makes
/// the same packets.
final class PacketMutation {
  private static final String TOPIC = "devices/temp_001/messages/events/";
  private static final byte[] PAYLOAD = {'2', '1'};

  private static final List<byte[]> LAWFUL =
      List.of(
          RawClient.connectPacket(4, "fuzz", 60),
          RawClient.connectPacket(5, "fuzz", 60),
          RawClient.connectPacket(3, "fuzz", 60),
          RawClient.publishPacket(4, 1, 1, TOPIC, PAYLOAD),
          RawClient.publishPacket(5, 1, 1, TOPIC, PAYLOAD),
          RawClient.publishPacket(1, 1, TOPIC, RawClient.bytes("03 23 00 01"), PAYLOAD),
          RawClient.bytes("82 08 00 01 00 00 02 61 62 01"),
          RawClient.bytes("a2 07 00 01 00 00 02 61 62"),
          RawClient.bytes("c0 00"),
          RawClient.bytes("e0 00"),
          RawClient.bytes("62 02 00 01"));

  private final Random random;

  PacketMutation(long seed) {
    random = new Random(seed);
  }

  /// The next packet, changed in one case of two so that streams get beyond their CONNECT.
  byte[] next() {
    byte[] packet = LAWFUL.get(random.nextInt(LAWFUL.size())).clone();
    if (random.nextBoolean()) {
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
      }
    }
    return packet;
  }

  /// Whether the connection ends here, after twenty packets on average.
  boolean endsStream() {
    return random.nextInt(20) == 0;
  }

  /// A stream that begins with a lawful CONNECT in most cases.
  static byte[] join(List<byte[]> packets) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    if (packets.size() > 3) {
      stream.writeBytes(RawClient.connectPacket(4 + packets.size() % 2, "fuzz", 60));
    }
    packets.stream()
        .filter(packet -> packet[0] >> 4 != 1 || packets.size() <= 3)
        .forEach(stream::writeBytes);
    return stream.toByteArray();
  }
}
