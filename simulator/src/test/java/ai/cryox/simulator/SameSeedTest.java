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
    assertEquals("0279dec362afadd539e8007f33848b83de6e2d161c3af24a999de2db0d2ef1c0", digest(7));
  }

  @Test
  void anotherSeedGivesAnotherDay() throws NoSuchAlgorithmException {
    assertNotEquals(digest(7), digest(8));
  }
}
