package ai.cryox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SameSeedTest {
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  private static String digest(long seed) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    SimulatorOptions options = Options.fleet(seed, 2, 6, Duration.ofSeconds(30));
    new SimulatedWorld(options, START)
        .messagesUntil(START.plus(Duration.ofHours(2)))
        .forEachRemaining(message -> {
          sha.update(message.topic().getBytes(StandardCharsets.UTF_8));
          sha.update(message.payload());
        });
    return HexFormat.of().formatHex(sha.digest());
  }

  @Test
  void theSameSeedGivesTheSameBytesTodayAsEver() throws NoSuchAlgorithmException {
    assertEquals(digest(7), digest(7));
    assertEquals("e96714a514495d0bf9f6309c7ab9068769a1a836c358bbee0c1104f3442bd434", digest(7));
  }

  @Test
  void anotherSeedGivesAnotherDay() throws NoSuchAlgorithmException {
    assertNotEquals(digest(7), digest(8));
  }
}
