package ai.cryox.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HelpBookTest {
  private final List<HelpBook.Topic> english = HelpBook.in(Locale.ENGLISH).topics();
  private final List<HelpBook.Topic> german = HelpBook.in(Locale.GERMANY).topics();

  @Test
  void everyPageThereIsInEnglishIsThereInGermanAndTellsAsMuch() {
    assertTrue(english.size() >= 21);
    for (int i = 0; i < english.size(); i++) {
      assertEquals(english.get(i).name(), german.get(i).name());
      assertNotEquals(english.get(i).title(), german.get(i).title());
      assertEquals(
          english.get(i).paragraphs().size(),
          german.get(i).paragraphs().size(),
          english.get(i).name());
    }
  }

  @Test
  void aLanguageWithoutABookReadsTheEnglishOne() {
    assertEquals(english, HelpBook.in(Locale.FRENCH).topics());
  }

  @Test
  void thePageAskedForComesFirstAndNoneIsLost() {
    List<HelpBook.Topic> pages = HelpBook.in(Locale.ENGLISH).startingWith("energy");
    assertEquals("energy", pages.getFirst().name());
    assertEquals(english.getFirst(), pages.get(1));
    assertEquals(Set.copyOf(english), Set.copyOf(pages));
    assertEquals(english, HelpBook.in(Locale.ENGLISH).startingWith("nothing"));
  }

  @Test
  void aPageIsFoundByAnyOfItsWords() {
    HelpBook.Topic shelve =
        english.stream().filter(t -> t.name().equals("shelve")).findFirst().orElseThrow();
    assertTrue(shelve.says("Gateway DOWN"));
    assertTrue(shelve.says(""));
    assertFalse(shelve.says("gateway submarine"));
  }
}
