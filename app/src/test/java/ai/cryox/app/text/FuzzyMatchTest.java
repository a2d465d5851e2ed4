package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
  private static int score(String typed, String text) {
    return new FuzzyMatch(typed).score(text);
  }

  @Test
  void theBeginningOfAWordCountsMoreThanItsMiddle() {
    assertTrue(score("fri", "vaccine fridge 12") > score("rid", "vaccine fridge 12"));
    assertTrue(score("rid", "vaccine fridge 12") > score("vf12", "vaccine fridge 12"));
  }

  @Test
  void initialsAndNumberMeanTheDevice() {
    assertTrue(score("vf12", "vaccine fridge 12 · warehouse 002") > FuzzyMatch.NONE);
    assertTrue(score("VF 12", "vaccine fridge 12") > FuzzyMatch.NONE);
    assertEquals(FuzzyMatch.NONE, score("vf12", "vaccine fridge 07"));
  }

  @Test
  void eachWordMustBeThereInWhateverOrder() {
    assertTrue(score("12 fridge", "vaccine fridge 12") > FuzzyMatch.NONE);
    assertEquals(FuzzyMatch.NONE, score("fridge 13", "vaccine fridge 12"));
  }

  @Test
  void lettersStrewnOverAWordMeanNothing() {
    assertEquals(FuzzyMatch.NONE, score("vce", "vaccine fridge 12"));
  }

  @Test
  void initialsAreLookedForInOneNameAtATime() {
    FuzzyMatch typed = new FuzzyMatch("vf01");
    assertTrue(typed.means("Vaccine fridge 01", "temp_001"));
    assertFalse(typed.means("Vaccine fridge 10", "temp_011"));
    assertTrue(new FuzzyMatch("vf temp").means("Vaccine fridge 10", "temp_011"));
  }

  @Test
  void nothingTypedFitsEverything() {
    assertEquals(0, score("  ", "anything"));
  }
}
