package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "elevenchars",
        "password1234",
        "P@ssw0rd2026",
        "passwordpassword",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "123456789012",
        "abcdefghijkl",
        "ababababababab",
        "robin-is-the-best",
        "my-ROBINSON-word",
        "letmein!letmein!",
        "welcome2026!!",
        "coldstore2026"
      })
  void whatOthersWouldTryFirstIsRefused(String password) {
    assertNotNull(PasswordRules.problem(password.toCharArray(), "robin", "Kit Robinson"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiwi-lantern-49",
        "correct horse battery",
        "Kühlraum9Ulme",
        "zwölf Birnen im Mai"
      })
  void aFewWordsAreGoodEnough(String password) {
    assertNull(PasswordRules.problem(password.toCharArray(), "robin", "Kit Robinson"));
  }
}
