package ai.cryox.app.callouts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleNameTest {
  private final RoleName german = new RoleName(Messages.in(Locale.GERMAN));

  @ParameterizedTest
  @CsvSource({
    "operator, Bedienung",
    "supervisor, Schichtleitung",
    "manager, Leitung",
    "Hausmeister, Hausmeister",
    "'', ''",
  })
  void aRoleIsShownInWordsAndComesBackAsItself(String role, String word) {
    assertEquals(word, german.word(role));
    assertEquals(role, german.role(word));
  }

  @Test
  void whatIsTypedInAnotherCaseMeansTheSame() {
    assertEquals("manager", german.role("leitung"));
  }

  @Test
  void theUsualRolesAreOfferedInWords() {
    assertEquals(List.of("Bedienung", "Schichtleitung", "Leitung"), german.usual());
  }
}
