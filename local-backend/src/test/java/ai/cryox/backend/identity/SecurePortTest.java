package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Outcome;
import ai.cryox.core.identity.SasToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who comes in by the secure port and who does not, over real sockets.
class SecurePortTest {
  private static final String OWN = "devices/temp_001/messages/events/";
  private static final String REFUSED_311 = "20020005";
  private static final String REFUSED_5 = "2003008700";
  private static final String NOT_AUTHORIZED_5 = "e0028700";

  @TempDir Path folder;

  private SecureFixture backend;

  @BeforeEach
  void start() {
    backend = new SecureFixture(folder);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  private String token(Map<String, String> added, String which, String deviceId, Duration life) {
    byte[] key = Base64.getDecoder().decode(Objects.requireNonNull(added.get(which)));
    return SasToken.make("localhost", deviceId, key, backend.instant().plus(life));
  }

  private String token(Map<String, String> added, String which) {
    return token(added, which, "temp_001", Duration.ofHours(1));
  }

  private TlsClient.Identity certificate(String deviceId) {
    return TestCertificates.issued(backend.call("device/cert", deviceId, "days", "30"));
  }

  private void publishes(TlsClient client, int level) {
    client.send(TlsClient.publishPacket(level, 7, OWN, "2.5"));
    assertEquals("40020007", client.read().substring(0, 8));
    assertEquals(1, backend.stored());
  }

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

  private String answer(int level, String password) {
    try (TlsClient client = backend.client()) {
      client.send(TlsClient.connectPacket(level, "temp_001", "temp_001", password));
      String answer = client.read();
      assertEquals("", client.read(), "the connection must end");
      return answer;
    }
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

  private String answer(TlsClient.Identity identity, String clientId) {
    try (TlsClient client = backend.client(identity)) {
      client.send(TlsClient.connectPacket(4, clientId, null, null));
      return client.read();
    }
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
  void aRevokedCertificateIsCutOffAndRefused() {
    backend.add("temp_001", "authority");
    TlsClient.Identity certificate = certificate("temp_001");
    try (TlsClient client = backend.client(certificate)) {
      client.enter(5, "temp_001", null);
      backend.call("device/rotate", "temp_001");
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
    assertEquals(REFUSED_311, answer(certificate, "temp_001"));
    assertEquals("20020000", answer(certificate("temp_001"), "temp_001"));
  }

  @Test
  void aDisabledDeviceIsCutOffAndRefusedUntilItIsConfirmed() {
    Map<String, String> added = backend.add("temp_001", "keys");
    String token = token(added, "primaryKey");
    try (TlsClient client = backend.client()) {
      client.enter(4, "temp_001", token);
      backend.call("device/disable", "temp_001");
      assertEquals("", client.read());
    }
    assertEquals(REFUSED_311, answer(4, token));
    backend.call("device/confirm", "temp_001");
    backend.client().enter(4, "temp_001", token).close();
  }

  @Test
  void aConnectionEndsWithItsToken() {
    Map<String, String> added = backend.add("temp_001", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(5, "temp_001", token(added, "primaryKey"));
      backend.move(Duration.ofMinutes(59));
      publishes(client, 5);
      backend.move(Duration.ofMinutes(1));
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices/temp_002/messages/events/",
        "cryox/north/temp_002/telemetry",
        "cryox/south/temp_001/telemetry",
        "anything"
      })
  void aDeviceThatSpeaksUnderAnotherIdIsCutOff(String topic) {
    Map<String, String> added = backend.add("temp_001", "keys");
    backend.add("temp_002", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(5, "temp_001", token(added, "primaryKey"));
      client.send(TlsClient.publishPacket(5, 1, topic, "2.5"));
      assertEquals(NOT_AUTHORIZED_5, client.read());
      assertEquals("", client.read());
    }
    assertEquals(0, backend.stored());
    AuditEntry line = refusals().getFirst();
    assertEquals("device.publish", line.what());
    assertEquals("temp_001", line.deviceId());
    assertEquals("127.0.0.1", line.address());
    assertTrue(line.detail().contains(topic), line.detail());
  }

  @Test
  void aDeviceThatListensToAnotherIsCutOff() {
    Map<String, String> added = backend.add("temp_001", "keys");
    try (TlsClient client = backend.client()) {
      client.enter(4, "temp_001", token(added, "primaryKey"));
      client.send(TlsClient.subscribePacket(4, 1, "devices/temp_001/messages/devicebound/#"));
      assertEquals("9003000101", client.read());
      client.send(TlsClient.subscribePacket(4, 2, "devices/+/messages/devicebound/#"));
      assertEquals("", client.read());
    }
    assertEquals("device.subscribe", refusals().getFirst().what());
  }

  @Test
  void aWillMustSpeakUnderItsOwnIdToo() {
    backend.add("temp_001", "authority");
    TlsClient.Identity certificate = certificate("temp_001");
    try (TlsClient client = backend.client(certificate)) {
      client.send(TlsClient.connectPacket("temp_001", "devices/temp_002/messages/events/"));
      assertEquals(REFUSED_311, client.read());
    }
    try (TlsClient client = backend.client(certificate)) {
      client.send(TlsClient.connectPacket("temp_001", OWN));
      assertEquals("20020000", client.read());
    }
  }

  @Test
  void aGatewaySpeaksForItsFacilityAndForNoOther() {
    Map<String, String> added = backend.add("gate", "keys", "gateway", "true");
    String token = token(added, "primaryKey", "gate", Duration.ofHours(1));
    try (TlsClient client = backend.client()) {
      client.enter(4, "gate", token);
      client.send(TlsClient.publishPacket(4, 1, "cryox/north/temp_009/telemetry", "4"));
      assertEquals("40020001", client.read());
      client.send(TlsClient.publishPacket(4, 2, "cryox/south/temp_009/telemetry", "5"));
      assertEquals("", client.read());
    }
    assertEquals(1, backend.stored());
  }

  @Test
  void anAttackIsSlowedAndCountedAndDoesNotFillTheAuditTrail() {
    backend.add("temp_001", "keys");
    Authenticator authenticator = backend.backend.identities().authenticator();
    Set<Duration> delays = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      assertEquals(REFUSED_311, answer(4, "guess " + i));
      delays.add(authenticator.delayFor(InetAddress.getLoopbackAddress()));
    }
    assertTrue(delays.contains(SecureFixture.DELAYS.longest()), delays::toString);
    assertTrue(delays.size() > 3, delays::toString);
    backend.move(Duration.ofMinutes(11));
    assertEquals(Duration.ZERO, authenticator.delayFor(InetAddress.getLoopbackAddress()));
    List<Integer> counts = refusals().stream().map(AuditEntry::occurrences).toList();
    assertEquals(List.of(1, 11), counts);
  }

  private List<AuditEntry> refusals() {
    return backend.stopAndReadAudit().stream()
        .filter(line -> line.outcome() == Outcome.REFUSED)
        .toList();
  }

  @Test
  void strangersLeaveNothingInTheRejectedLane() throws IOException {
    try (Socket plain =
            new Socket(InetAddress.getLoopbackAddress(), backend.endpoint.securePort());
        TlsClient garbage = backend.client();
        TlsClient speaksFirst = backend.client()) {
      plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      plain.getInputStream().readAllBytes();
      garbage.send(new byte[] {(byte) 0xFF, 1, 2, 3});
      assertEquals("", garbage.read());
      speaksFirst.send(TlsClient.publishPacket(4, 1, OWN, "2.5"));
      assertEquals("", speaksFirst.read());
    }
    SecureFixture.await("all to be gone", () -> backend.endpoint.connections() == 0);
    assertEquals(0, backend.rejections());
    List<AuditEntry> lines = refusals();
    assertEquals(3, lines.stream().mapToInt(AuditEntry::occurrences).sum());
    assertEquals("stranger", lines.getFirst().who());
  }

  @Test
  void nothingThatSomebodyShowedIsWrittenDown() {
    Map<String, String> added = backend.add("temp_001", "keys");
    String token = token(added, "secondaryKey", "temp_001", Duration.ofDays(-1));
    assertEquals(REFUSED_311, answer(4, token));
    backend.call("device/token", "temp_001", "hours", "2");
    String all = new ArrayList<>(backend.stopAndReadAudit()).toString();
    assertTrue(all.contains("expired"), all);
    assertTrue(!all.contains("sig=") && !all.contains("SharedAccess"), all);
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
