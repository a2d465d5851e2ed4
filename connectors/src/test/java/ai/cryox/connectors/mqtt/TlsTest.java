package ai.cryox.connectors.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said when an encrypted connection fails. The server shakes hands and hangs up.
class TlsTest {
  @TempDir static Path folder;

  private static KeyFiles files;

  @BeforeAll
  static void makeCertificates() throws Exception {
    files = new KeyFiles(folder);
    files.make("good", "ip:127.0.0.1");
    files.make("elsewhere", "dns:broker.example");
  }

  private static final class Quiet implements BrokerClient.Events {
    @Override
    public void arrived(Publication publication) {
      throw new AssertionError(publication);
    }

    @Override
    public void lost(LinkFailure why) {}
  }

  @ParameterizedTest
  @EnumSource
  void namesAnUnknownAuthority(MqttVersion version) throws Exception {
    LinkFailure failure =
        connect(version, "good", new TlsFiles(files.pem("elsewhere"), null, null, null));
    assertRefused(failure, "is signed by an authority that is not trusted here");
  }

  @ParameterizedTest
  @EnumSource
  void namesACertificateOfAnotherHost(MqttVersion version) throws Exception {
    LinkFailure failure = connect(version, "elsewhere", trusting("elsewhere"));
    assertRefused(failure, "is made out for another host name");
  }

  @Test
  void namesAnExpiredCertificate() {
    SSLHandshakeException handshake = new SSLHandshakeException("PKIX path validation failed");
    handshake.initCause(
        new CertPathValidatorException("validity", new CertificateExpiredException("NotAfter")));
    LinkFailure failure =
        NetworkFailures.of(new MqttException(handshake), new BrokerAddress("h", 8883, true));
    assertNotNull(failure);
    assertRefused(failure, "The certificate of h:8883 has expired.");
  }

  @ParameterizedTest
  @EnumSource
  void asksForTheClientCertificateThatTheBrokerWants(MqttVersion version) throws Exception {
    LinkFailure failure = connect(version, "good", trusting("good"));
    assertRefused(failure, "client certificate");
  }

  @ParameterizedTest
  @EnumSource
  void shakesHandsWithAClientCertificate(MqttVersion version) throws Exception {
    TlsFiles pem =
        new TlsFiles(files.pem("good"), files.pem("elsewhere"), files.key("elsewhere"), null);
    TlsFiles pkcs12 =
        new TlsFiles(files.pem("good"), folder.resolve("elsewhere.p12"), null, KeyFiles.PASSWORD);
    for (TlsFiles tls : List.of(pem, pkcs12)) {
      LinkFailure failure = connect(version, "good", tls);
      assertEquals(new LinkFailure(false, failure.sentence()), failure);
      assertTrue(failure.sentence().endsWith("closed the connection."), failure.sentence());
    }
  }

  @Test
  void saysWhichFileIsOfNoUse() throws IOException {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    Path oldKey =
        Files.writeString(
            folder.resolve("old.key"),
            "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
    assertUnusable(new TlsFiles(folder.resolve("none"), null, null, null), "There is no file");
    assertUnusable(new TlsFiles(nonsense, null, null, null), "holds no certificate");
    assertUnusable(new TlsFiles(null, files.pem("elsewhere"), nonsense, null), "holds no key");
    assertUnusable(new TlsFiles(null, files.pem("elsewhere"), oldKey, null), "openssl pkcs8");
    assertUnusable(
        new TlsFiles(null, folder.resolve("elsewhere.p12"), null, "wrong"),
        "its password is another");
  }

  private static void assertUnusable(TlsFiles tls, String words) {
    LinkSettingsException problem =
        assertThrows(LinkSettingsException.class, () -> new TlsSockets(tls).factory());
    assertTrue(String.valueOf(problem.getMessage()).contains(words), problem.getMessage());
  }

  private static void assertRefused(LinkFailure failure, String words) {
    assertTrue(failure.sentence().contains(words), failure.sentence());
    assertTrue(failure.refused(), failure.sentence());
  }

  private static TlsFiles trusting(String name) {
    return new TlsFiles(files.pem(name), null, null, null);
  }

  /// Connects to a server that has this certificate and lets in whoever has that of `elsewhere`.
  private static LinkFailure connect(MqttVersion version, String name, TlsFiles tls)
      throws Exception {
    var context = KeyFiles.context(folder.resolve(name + ".p12"), files.pem("elsewhere"));
    try (SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setNeedClientAuth(true);
      Thread.ofVirtual().start(() -> shakeHands(server));
      BrokerAddress address = new BrokerAddress("127.0.0.1", server.getLocalPort(), true);
      BrokerSettings settings =
          new BrokerSettings(
              address,
              version,
              "test",
              null,
              tls,
              BrokerSettings.USUAL_TOPICS,
              1,
              Duration.ofDays(1),
              RetryPace.USUAL);
      BrokerClient client = client(settings);
      LinkException failed = assertThrows(LinkException.class, client::connect);
      client.close();
      return failed.failure();
    }
  }

  private static BrokerClient client(BrokerSettings settings) throws LinkException {
    var sockets = new TlsSockets(settings.tls()).factory();
    return switch (settings.version()) {
      case THREE -> new Paho3Client(settings, "test-1", sockets, new Quiet());
      case FIVE -> new Paho5Client(settings, "test-1", sockets, new Quiet());
    };
  }

  private static void shakeHands(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
      // Wait for the CONNECT: a socket closed with unread bytes would be reset.
      socket.getInputStream().read(new byte[4_096]);
    } catch (IOException refused) {
      // What the client says of it is tested.
      assertTrue(server.getLocalPort() != 0, refused::toString);
    }
  }
}
