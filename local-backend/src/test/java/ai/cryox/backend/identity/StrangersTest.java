package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What those leave behind who are not let in.
class StrangersTest extends SecureGround {
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
}
