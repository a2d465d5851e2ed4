package ai.cryox.backend.endpoint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/// Packets that were lawful before one to three of their bytes were changed; the same seed makes
/// the same packets.
final class PacketMutation {
  private static final String TOPIC = "devices/temp_001/messages/events/";
  private static final byte[] PAYLOAD = {'2', '1'};

  /// A CONNECT of MQTT 5 that asks for everything, with a will and its properties.
  private static final byte[] GREEDY =
      RawClient.bytes(
          "10 39 0004 4d515454 05 26 003c"
              + " 14 11 0000003c 21 000a 22 0005 27 00010000 19 01 17 01"
              + " 0004 66757a7a 0c 18 00000001 02 00000005 01 01 0001 77 0002 6279 ");

  private static final List<byte[]> LAWFUL =
      List.of(
          RawClient.connectPacket(4, "fuzz", 60),
          RawClient.connectPacket(5, "fuzz", 60),
          RawClient.connectPacket(3, "fuzz", 60),
          RawClient.connectWithWill("fuzz", "w", "gone"),
          GREEDY,
          RawClient.publishPacket(4, 1, 1, TOPIC, PAYLOAD),
          RawClient.publishPacket(5, 1, 1, TOPIC, PAYLOAD),
          RawClient.publishPacket(4, 2, 2, TOPIC, PAYLOAD),
          RawClient.publishPacket(5, 2, 3, "ab", PAYLOAD),
          RawClient.publishPacket(4, 2, 4, "ab", PAYLOAD),
          RawClient.publishPacket(5, 0, 0, "ab/c", PAYLOAD),
          RawClient.publishPacket(1, 1, TOPIC, RawClient.bytes("03 23 00 01"), PAYLOAD),
          RawClient.publishPacket(
              2,
              5,
              "ab",
              RawClient.bytes("10 02 00000009 01 01 08 0001 72 09 0002 0102 "),
              PAYLOAD),
          RawClient.bytes("31 07 00 02 61 62 00 00 09"),
          RawClient.bytes("82 08 00 01 00 00 02 61 62 01"),
          RawClient.bytes("82 0b 00 01 02 0b 05 00 02 61 62 2e 00"),
          RawClient.bytes("82 07 00 02 00 02 61 62 02"),
          RawClient.bytes("82 06 00 03 00 01 23 02"),
          RawClient.bytes("82 11 00 04 00 00 0b 24 73 68 61 72 65 2f 67 2f 61 62 01"),
          RawClient.bytes("a2 07 00 01 00 00 02 61 62"),
          RawClient.bytes("a2 06 00 01 00 02 61 62"),
          RawClient.bytes("40 02 00 01"),
          RawClient.bytes("50 02 00 01"),
          RawClient.bytes("50 04 00 02 80 00"),
          RawClient.bytes("70 02 00 01"),
          RawClient.bytes("62 02 00 02"),
          RawClient.bytes("62 04 00 03 00 00"),
          RawClient.bytes("c0 00"),
          RawClient.bytes("e0 00"),
          RawClient.bytes("e0 07 04 05 11 00 00 00 0a"),
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
