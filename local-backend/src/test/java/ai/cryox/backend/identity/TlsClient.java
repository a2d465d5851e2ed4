package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// A client that sends the packets it is told over TLS; it checks the server's certificate and name
/// as a careful device does.
final class TlsClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final SSLSocket socket;

  /// What a client shows.
  record Identity(KeyStore store, char[] password) {}

  TlsClient(int port, X509Certificate trusted, @Nullable Identity identity, String... protocols) {
    try {
      socket =
          (SSLSocket) context(trusted, identity).getSocketFactory().createSocket("localhost", port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      if (protocols.length > 0) {
        parameters.setProtocols(protocols);
      }
      socket.setSSLParameters(parameters);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  static SSLContext context(X509Certificate trusted, @Nullable Identity identity) {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("authority", trusted);
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(trust);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(
          identity == null ? null : identity.store(),
          identity == null ? null : identity.password());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /// The protocol that was agreed on.
  String protocol() {
    return socket.getSession().getProtocol();
  }

  static byte[] connectPacket(
      int level, String clientId, @Nullable String user, @Nullable String password) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, "MQTT");
    body.write(level);
    body.write(0x02 | (user == null ? 0 : 0x80) | (password == null ? 0 : 0x40));
    body.writeBytes(new byte[] {0, 60});
    properties(level, body);
    string(body, clientId);
    for (String optional : Arrays.asList(user, password)) {
      if (optional != null) {
        string(body, optional);
      }
    }
    return packet(0x10, body);
  }

  /// A CONNECT whose will goes to that topic.
  static byte[] connectPacket(String clientId, String willTopic) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, "MQTT");
    body.writeBytes(new byte[] {4, 0x06, 0, 60});
    string(body, clientId);
    string(body, willTopic);
    string(body, "gone");
    return packet(0x10, body);
  }

  static byte[] publishPacket(int level, int packetId, String topic, String payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, topic);
    body.writeBytes(new byte[] {(byte) (packetId >> 8), (byte) packetId});
    properties(level, body);
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return packet(0x32, body);
  }

  static byte[] subscribePacket(int level, int packetId, String filter) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {(byte) (packetId >> 8), (byte) packetId});
    properties(level, body);
    string(body, filter);
    body.write(1);
    return packet(0x82, body);
  }

  private static void properties(int level, ByteArrayOutputStream body) {
    if (level == 5) {
      body.write(0);
    }
  }

  private static void string(ByteArrayOutputStream into, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    into.write(utf8.length >> 8);
    into.write(utf8.length);
    into.writeBytes(utf8);
  }

  private static byte[] packet(int first, ByteArrayOutputStream body) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(first);
    int length = body.size();
    do {
      packet.write(length % 128 | (length >= 128 ? 0x80 : 0));
      length /= 128;
    } while (length > 0);
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }

  TlsClient send(byte[]... packets) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(packets).forEach(all::writeBytes);
    try {
      socket.getOutputStream().write(all.toByteArray());
      socket.getOutputStream().flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  /// Comes in, as it must be able to.
  TlsClient enter(int level, String clientId, @Nullable String password) {
    send(connectPacket(level, clientId, password == null ? null : clientId, password));
    byte[] answer = readPacket();
    assertEquals(0x20, answer[0]);
    assertEquals(0, answer[3], "CONNACK's code");
    return this;
  }

  /// The next packet; empty at the end of the connection.
  byte[] readPacket() {
    try {
      byte[] head = socket.getInputStream().readNBytes(2);
      if (head.length < 2) {
        return new byte[0];
      }
      byte[] packet = Arrays.copyOf(head, 2 + head[1]);
      socket.getInputStream().readNBytes(packet, 2, head[1]);
      return packet;
    } catch (IOException ended) {
      return new byte[0];
    }
  }

  /// The next packet in hexadecimal digits; `""` at the end of the connection.
  String read() {
    return HexFormat.of().formatHex(readPacket());
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
