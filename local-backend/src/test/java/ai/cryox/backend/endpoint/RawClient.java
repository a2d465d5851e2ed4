package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// A client that sends the bytes it is told and shows the bytes it gets.
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;

  RawClient(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  RawClient send(byte[] packet) {
    try {
      socket.getOutputStream().write(packet);
      socket.getOutputStream().flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  RawClient send(String hex) {
    return send(bytes(hex));
  }

  /// Sends what the peer may no longer want to hear.
  void sendAnyway(byte[] packet) {
    try {
      socket.getOutputStream().write(packet);
    } catch (IOException closed) {
      assertFalse(closed instanceof SocketTimeoutException);
    }
  }

  /// Connects and expects to be let in.
  RawClient connect(int level, String clientId, int keepAliveSeconds) {
    send(connectPacket(level, clientId, keepAliveSeconds));
    byte[] answer = readPacket();
    assertEquals(0x20, answer[0]);
    assertEquals(0, answer[3], "CONNACK's code");
    return this;
  }

  /// Connects by MQTT 3.1.1 with a session that waits, and expects a new one.
  RawClient stay(String clientId) {
    return send(withFlags(connectPacket(4, clientId, 60), 0)).expect("20 02 00 00");
  }

  /// Connects by MQTT 3.1.1 and expects the session to go on.
  RawClient resume(String clientId) {
    return send(withFlags(connectPacket(4, clientId, 60), 0)).expect("20 02 01 00");
  }

  private static byte[] withFlags(byte[] connect, int flags) {
    connect[9] = (byte) flags;
    return connect;
  }

  /// A CONNECT by MQTT 3.1.1 with a will of QoS 1.
  static byte[] connectWithWill(String clientId, String topic, String text) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, "MQTT");
    body.writeBytes(new byte[] {4, 0x0E, 0, 60});
    string(body, clientId);
    string(body, topic);
    string(body, text);
    return packet(0x10, body.toByteArray());
  }

  /// Subscribes by MQTT 3.1.1 and expects that to be granted.
  RawClient subscribe(String filter, int qos) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 1});
    string(body, filter);
    body.write(qos);
    return send(packet(0x82, body.toByteArray())).expect("90 03 00 01 0" + qos);
  }

  /// The payload of the next packet, which must be a PUBLISH of MQTT 3.1.1 with QoS 1 or 2.
  String readText() {
    byte[] packet = readPacket();
    assertEquals(3, packet[0] >> 4, "no PUBLISH");
    int payload = 2 + 2 + packet[3] + 2;
    return new String(packet, payload, packet.length - payload, StandardCharsets.UTF_8);
  }

  static byte[] connectPacket(int level, String clientId, int keepAliveSeconds) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, level == 3 ? "MQIsdp" : "MQTT");
    body.write(level);
    body.write(2);
    body.write(keepAliveSeconds >> 8);
    body.write(keepAliveSeconds);
    if (level == 5) {
      body.write(0);
    }
    string(body, clientId);
    return packet(0x10, body.toByteArray());
  }

  /// A PUBLISH without properties.
  static byte[] publishPacket(int level, int qos, int packetId, String topic, byte[] payload) {
    return publishPacket(qos, packetId, topic, level == 5 ? new byte[] {0} : new byte[0], payload);
  }

  static byte[] publishPacket(
      int qos, int packetId, String topic, byte[] properties, byte[] payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, topic);
    if (qos > 0) {
      body.write(packetId >> 8);
      body.write(packetId);
    }
    body.writeBytes(properties);
    body.writeBytes(payload);
    return packet(0x30 | qos << 1, body.toByteArray());
  }

  static byte[] packet(int first, byte[] body) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(first);
    int length = body.length;
    do {
      packet.write(length % 128 | (length >= 128 ? 0x80 : 0));
      length /= 128;
    } while (length > 0);
    packet.writeBytes(body);
    return packet.toByteArray();
  }

  private static void string(ByteArrayOutputStream into, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    into.write(utf8.length >> 8);
    into.write(utf8.length);
    into.writeBytes(utf8);
  }

  /// The next packet, whole; every one that the endpoint sends is short.
  byte[] readPacket() {
    try {
      byte[] head = socket.getInputStream().readNBytes(2);
      assertEquals(2, head.length, "The connection was closed");
      byte[] packet = Arrays.copyOf(head, 2 + head[1]);
      assertEquals(head[1], socket.getInputStream().readNBytes(packet, 2, head[1]));
      return packet;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  RawClient expect(String hex) {
    assertArrayEquals(bytes(hex), readPacket(), () -> "expected " + hex);
    return this;
  }

  /// Waits for the end of the connection, whichever way it ends.
  void expectEnd() {
    try {
      assertEquals(-1, socket.getInputStream().read());
    } catch (SocketException reset) {
      assertTrue(reset.toString().contains("reset"), reset::toString);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Says no more and reads to the end: a socket closed with unread answers would be reset and what
  /// was sent last be lost with it.
  void finish() {
    try {
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException reset) {
      assertFalse(reset instanceof SocketTimeoutException, "The endpoint does not hang up");
    }
  }

  /// Whether anything has come that was not read.
  boolean hasAnswer() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Closes before its time.
  void hangUp() {
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
