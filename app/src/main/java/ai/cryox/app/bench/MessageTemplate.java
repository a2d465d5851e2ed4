package ai.cryox.app.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// PUBLISH packets of readings that are live, each newer than the last of its device, without
/// formatting anything twice. One thread.
final class MessageTemplate {
  /// Where all devices are.
  static final String FACILITY = "warehouse_001";

  private static final String TIME = "2026-01-01T00:00:00.000Z";
  private static final String VALUE = "4.00";

  private final int array;
  private final InstantSource clock;
  private final byte[][] packets;
  private final int[] valueAt;
  private final int[] timeAt;
  private final int idAt;
  private int next;
  private int packetId;
  private long firstMillis;
  private long lastSecond = -1;
  private byte[] seconds = new byte[0];

  /// @param firstDevice the number of the first device it speaks for
  /// @param devices how many it speaks for in turn
  /// @param array readings in one message
  MessageTemplate(int firstDevice, int devices, int array, InstantSource clock) {
    this.array = array;
    this.clock = clock;
    packets = new byte[devices][];
    for (int i = 0; i < devices; i++) {
      packets[i] = packet(firstDevice + i);
    }
    String text = new String(packets[0], StandardCharsets.ISO_8859_1);
    timeAt = places(text, TIME);
    valueAt = places(text, VALUE);
    idAt = text.indexOf(array == 1 ? '{' : '[') - 2;
  }

  /// Bytes of one packet.
  int length() {
    return packets[0].length;
  }

  private byte[] packet(int device) {
    String deviceId = ReadingSupply.deviceId(device);
    String readings = String.join(",", Collections.nCopies(array, reading(deviceId)));
    String body = array == 1 ? readings : "[" + readings + "]";
    String topic = "devices/%s/messages/events/".formatted(deviceId);
    int remaining = 2 + topic.length() + 2 + body.length();
    ByteBuffer packet = ByteBuffer.allocate(4 + remaining);
    packet.put((byte) 0x32);
    for (int left = remaining; ; left >>>= 7) {
      packet.put((byte) (left > 0x7F ? (left & 0x7F) | 0x80 : left));
      if (left <= 0x7F) {
        break;
      }
    }
    packet.putShort((short) topic.length()).put(topic.getBytes(StandardCharsets.US_ASCII));
    packet.putShort((short) 0).put(body.getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = new byte[packet.position()];
    packet.flip().get(bytes);
    return bytes;
  }

  private static String reading(String deviceId) {
    return "{\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":%s,\"humidity\":65.2,\"confidence\":0.95}"
        .formatted(deviceId, FACILITY, TIME, VALUE);
  }

  private static int[] places(String text, String of) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + 1)) {
      places.add(at);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Writes the next packet.
  void write(ByteBuffer out) {
    if (next == 0) {
      // The readings of an array are a millisecond apart.
      firstMillis = Math.max(firstMillis + array, clock.millis() - array + 1);
    }
    byte[] packet = packets[next];
    packetId = packetId % 65_535 + 1;
    packet[idAt] = (byte) (packetId >>> 8);
    packet[idAt + 1] = (byte) packetId;
    for (int i = 0; i < timeAt.length; i++) {
      byte[] time = time(firstMillis + i);
      System.arraycopy(time, 0, packet, timeAt[i], time.length);
      packet[valueAt[i] + 3] = (byte) ('0' + (packetId + i) % 10);
    }
    out.put(packet);
    next = (next + 1) % packets.length;
  }

  private byte[] time(long millis) {
    long second = Math.floorDiv(millis, 1000L);
    if (second != lastSecond) {
      lastSecond = second;
      seconds =
          (Instant.ofEpochSecond(second).toString().substring(0, 19) + ".000Z")
              .getBytes(StandardCharsets.US_ASCII);
    }
    int part = (int) Math.floorMod(millis, 1000L);
    seconds[20] = (byte) ('0' + part / 100);
    seconds[21] = (byte) ('0' + part / 10 % 10);
    seconds[22] = (byte) ('0' + part % 10);
    return seconds;
  }
}
