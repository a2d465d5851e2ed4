package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private final PasswordHash hashes = new PasswordHash(new HashCost(64, 1));

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  @Test
  void aHashThatTheReferenceProgramMadeIsUnderstood() {
    assertTrue(hashes.matches(chars("kiwi-lantern-49"), REFERENCE));
    assertFalse(hashes.matches(chars("kiwi-lantern-48"), REFERENCE));
  }

  /// By the reference implementation's command: `argon2 somesalt16bytes! -id -t 2 -k 1024 -p 1`.
  private static final String REFERENCE =
      "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$pTniNP4jl/AGvQH5DAs95/rguBewrpXrO2Z7/Srb4Xg";

  @Test
  void twoHashesOfOnePasswordDiffer() {
    String first = hashes.make(chars("kiwi-lantern-49"));
    assertNotEquals(first, hashes.make(chars("kiwi-lantern-49")));
    assertTrue(hashes.matches(chars("kiwi-lantern-49"), first));
    assertTrue(first.startsWith("$argon2id$v=19$m=64,t=1,p=1$"), first);
  }

  @Test
  void theSameLettersAreTheSamePasswordHoweverTheyWereTyped() {
    String composed = hashes.make(chars("K\u00fchlraum9Ulme"));
    assertTrue(hashes.matches(chars("Ku\u0308hlraum9Ulme"), composed));
  }

  @Test
  void theUsualCostIsMoreThanWhatIsAskedForAtLeast() {
    assertTrue(HashCost.USUAL.memoryKib() >= 46 * 1024 && HashCost.USUAL.passes() >= 1);
    assertEquals(2, HashCost.USUAL.passes());
  }

  @Test
  void aDamagedHashIsNoPassword() {
    assertThrows(IllegalStateException.class, () -> hashes.matches(chars("x"), "$argon2id$x"));
  }
}
