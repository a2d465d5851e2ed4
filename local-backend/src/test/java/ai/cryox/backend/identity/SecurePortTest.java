package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who comes in by the secure port and who does not, over real sockets.
class SecurePortTest extends SecureGround {
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aDeviceWithACertificateOfTheAuthorityComesIn(String protocol) {
    backend.add("temp_001", "authority");
    try (TlsClient client = backend.client(certificate("temp_001"), protocol)) {
      client.enter(4, "temp_001", null);
      assertEquals(protocol, client.protocol());
      publishes(client, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aDeviceWithATokenComesIn(String protocol) {
    Map<String, String> added = backend.add("temp_001", "keys");
    try (TlsClient client = backend.client(protocol)) {
      client.enter(5, "temp_001", token(added, "primaryKey"));
      assertEquals(protocol, client.protocol());
      publishes(client, 5);
    }
  }

  @Test
  void bothKeysOpenAndARotatedOneDoesNot() {
    Map<String, String> added = backend.add("temp_001", "keys");
    String primary = token(added, "primaryKey");
    String secondary = token(added, "secondaryKey");
    assertNotEquals(primary, secondary);
    backend.client().enter(4, "temp_001", secondary).close();
    Map<String, String> rotated = backend.call("device/rotate", "temp_001");
    assertEquals(added.get("primaryKey"), rotated.get("secondaryKey"));
    backend.client().enter(4, "temp_001", primary).close();
    backend.client().enter(4, "temp_001", token(rotated, "primaryKey")).close();
    assertEquals(REFUSED_311, answer(4, secondary));
  }

  @Test
  void aDeviceIsKnownByTheThumbprintOfItsOwnCertificate() {
    Issued own = TestCertificates.selfSigned("temp_001", backend.instant());
    backend.add("temp_001", "thumbprint", "thumbprint", Certificates.thumbprint(own.certificate()));
    try (TlsClient client = backend.client(TestCertificates.identity(own))) {
      publishes(client.enter(4, "temp_001", null), 4);
    }
    Issued same = TestCertificates.selfSigned("temp_001", backend.instant());
    assertEquals(REFUSED_311, answer(TestCertificates.identity(same), "temp_001"));
    backend.call(
        "device/rotate", "temp_001", "thumbprint", Certificates.thumbprint(same.certificate()));
    backend.client(TestCertificates.identity(same)).enter(4, "temp_001", null).close();
    backend.client(TestCertificates.identity(own)).enter(4, "temp_001", null).close();
  }

  @Test
  void anOldCertificateOfItsOwnDoesNotOpen() {
    Issued old =
        TestCertificates.selfSigned(
            "temp_001",
            backend.instant().minus(Duration.ofDays(9)),
            backend.instant().minus(Duration.ofDays(1)));
    backend.add("temp_001", "thumbprint", "thumbprint", Certificates.thumbprint(old.certificate()));
    assertEquals(REFUSED_311, answer(TestCertificates.identity(old), "temp_001"));
  }

  @Test
  void aForgedCertificateOfTheSameNameDoesNotOpen() {
    backend.add("temp_001", "authority");
    Issued selfMade = TestCertificates.selfSigned("temp_001", backend.instant());
    assertEquals(REFUSED_311, answer(TestCertificates.identity(selfMade), "temp_001"));
    Issued foreign = TestCertificates.foreign(backend.authority(), "temp_001", backend.instant());
    try (TlsClient client = backend.client(TestCertificates.identity(foreign), "TLSv1.3")) {
      client.send(TlsClient.connectPacket(4, "temp_001", null, null));
      assertEquals("", client.read());
    }
    List<AuditEntry> lines = refusals();
    assertEquals(2, lines.stream().mapToInt(AuditEntry::occurrences).sum());
    assertTrue(lines.getLast().detail().contains("TLS handshake"), lines.getLast().detail());
  }

  @Test
  void aCertificateOpensForItsOwnDeviceOnly() {
    backend.add("temp_001", "authority");
    backend.add("temp_002", "authority");
    TlsClient.Identity certificate = certificate("temp_001");
    assertEquals(REFUSED_311, answer(certificate, "temp_002"));
    assertEquals(REFUSED_311, answer(certificate, "temp_003"));
    assertEquals("20020000", answer(certificate, "temp_001"));
  }

  @Test
  void everyFailureGetsTheSameAnswer() {
    Map<String, String> added = backend.add("temp_001", "keys");
    Map<String, String> other = backend.add("temp_002", "keys");
    String good = token(added, "primaryKey");
    List<String> bad =
        List.of(
            "",
            "hunter2",
            good.replace("&se=", "&se=1"),
            good.substring(0, good.length() - 1),
            good + "&skn=iothubowner",
            token(other, "primaryKey"),
            token(added, "primaryKey", "temp_002", Duration.ofHours(1)),
            token(added, "primaryKey", "temp_001", Duration.ZERO),
            token(added, "primaryKey", "temp_001", Duration.ofDays(-1)));
    for (String password : bad) {
      assertEquals(REFUSED_311, answer(4, password), password);
      assertEquals(REFUSED_5, answer(5, password), password);
    }
    try (TlsClient client = backend.client()) {
      client.send(TlsClient.connectPacket(5, "nobody", "nobody", good));
      assertEquals(REFUSED_5, client.read());
    }
    try (TlsClient client = backend.client()) {
      client.send(
          TlsClient.connectPacket(4, "temp_001", "localhost/temp_002/?api-version=1", good));
      assertEquals(REFUSED_311, client.read());
    }
    assertEquals("20020000", hub(good));
  }

  private String hub(String password) {
    try (TlsClient client = backend.client()) {
      client.send(
          TlsClient.connectPacket(
              4, "temp_001", "localhost/temp_001/?api-version=2021-04-12", password));
      return client.read();
    }
  }

  @Test
  void whatFollowsAConnectThatIsLookedAtLaterIsTakenInOrder() {
    Map<String, String> added = backend.add("temp_001", "keys");
    assertEquals(REFUSED_311, answer(4, "wrong"));
    assertTrue(
        backend
            .backend
            .identities()
            .authenticator()
            .delayFor(InetAddress.getLoopbackAddress())
            .isPositive());
    try (TlsClient client = backend.client()) {
      client.send(
          TlsClient.connectPacket(4, "temp_001", "temp_001", token(added, "primaryKey")),
          TlsClient.publishPacket(4, 1, OWN, "1"),
          TlsClient.publishPacket(4, 2, OWN, "2"));
      assertEquals("20020000", client.read());
      assertEquals("40020001", client.read());
      assertEquals("40020002", client.read());
    }
  }

  @Test
  void credentialsAndRevocationsOutliveARestart() {
    Map<String, String> added = backend.add("temp_001", "keys");
    backend.add("temp_002", "authority");
    TlsClient.Identity revoked = certificate("temp_002");
    backend.call("device/rotate", "temp_002");
    TlsClient.Identity good = certificate("temp_002");
    backend.close();
    backend = new SecureFixture(folder);
    backend.client().enter(4, "temp_001", token(added, "primaryKey")).close();
    assertEquals(REFUSED_311, answer(revoked, "temp_002"));
    assertEquals("20020000", answer(good, "temp_002"));
  }
}
