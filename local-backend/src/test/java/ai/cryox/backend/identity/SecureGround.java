package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Outcome;
import ai.cryox.core.identity.SasToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A secure port over real sockets, and what devices show there.
abstract class SecureGround {
  static final String OWN = "devices/temp_001/messages/events/";
  static final String REFUSED_311 = "20020005";
  static final String REFUSED_5 = "2003008700";
  static final String NOT_AUTHORIZED_5 = "e0028700";

  @TempDir Path folder;

  SecureFixture backend;

  @BeforeEach
  void start() {
    backend = new SecureFixture(folder);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  String token(Map<String, String> added, String which, String deviceId, Duration life) {
    byte[] key = Base64.getDecoder().decode(Objects.requireNonNull(added.get(which)));
    return SasToken.make("localhost", deviceId, key, backend.instant().plus(life));
  }

  String token(Map<String, String> added, String which) {
    return token(added, which, "temp_001", Duration.ofHours(1));
  }

  TlsClient.Identity certificate(String deviceId) {
    return TestCertificates.issued(backend.call("device/cert", deviceId, "days", "30"));
  }

  void publishes(TlsClient client, int level) {
    client.send(TlsClient.publishPacket(level, 7, OWN, "2.5"));
    assertEquals("40020007", client.read().substring(0, 8));
    assertEquals(1, backend.stored());
  }

  String answer(int level, String password) {
    try (TlsClient client = backend.client()) {
      client.send(TlsClient.connectPacket(level, "temp_001", "temp_001", password));
      String answer = client.read();
      assertEquals("", client.read(), "the connection must end");
      return answer;
    }
  }

  String answer(TlsClient.Identity identity, String clientId) {
    try (TlsClient client = backend.client(identity)) {
      client.send(TlsClient.connectPacket(4, clientId, null, null));
      return client.read();
    }
  }

  List<AuditEntry> refusals() {
    return backend.stopAndReadAudit().stream()
        .filter(line -> line.outcome() == Outcome.REFUSED)
        .toList();
  }
}
