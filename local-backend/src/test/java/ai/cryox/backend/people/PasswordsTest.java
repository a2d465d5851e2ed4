package ai.cryox.backend.people;

import static ai.cryox.backend.people.Facility.PASSWORD;
import static ai.cryox.backend.people.Facility.chars;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which passwords are good, for how long, and what is left of them.
class PasswordsTest extends PeopleGround {
  @Test
  void passwordsAreWipedWhateverBecomesOfThem() {
    Session administrator = facility.administrator();
    char[] right = chars(PASSWORD);
    facility.signIn(new SignIn.Password(Facility.ADMIN, right)).close();
    assertArrayEquals(new char[PASSWORD.length()], right);
    char[] wrong = chars("wrong");
    assertThrows(
        SignInRefusedException.class, () -> facility.signIn(new SignIn.Password("x", wrong)));
    assertArrayEquals(new char[5], wrong);
    char[] weak = chars("short");
    assertThrows(
        IllegalArgumentException.class,
        () -> administrator.people().add("bob", "Bob", OPERATOR, weak, ""));
    assertArrayEquals(new char[5], weak);
  }

  @Test
  void whoGotTheirPasswordFromOthersChangesItFirst() {
    Session administrator = facility.administrator();
    facility.add(administrator, "bob", OPERATOR);
    assertEquals(Reason.PASSWORD_CHANGE_DUE, refused("bob", "first-word-77x"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            facility.signIn(
                new SignIn.Password("bob", chars("first-word-77x"), chars("first-word-77x"))));
    Session bob =
        facility.signIn(new SignIn.Password("bob", chars("first-word-77x"), chars(PASSWORD)));
    assertEquals(OPERATOR, bob.who().grants());
    assertEquals(Reason.WRONG, refused("bob", "first-word-77x"));
    assertFalse(account(administrator, "bob").mustChangePassword());
  }

  @Test
  void aPasswordIsNoneOfTheLastFive() {
    Session administrator = facility.administrator();
    String last = PASSWORD;
    for (String next :
        List.of("plum-anchor-21", "mint-harbour-22", "fern-meadow-23", "rust-copper-24")) {
      administrator.people().changeOwnPassword(chars(last), chars(next));
      last = next;
    }
    String newest = last;
    assertThrows(
        IllegalArgumentException.class,
        () -> administrator.people().changeOwnPassword(chars(newest), chars(PASSWORD)));
    administrator.people().changeOwnPassword(chars(newest), chars("opal-garden-25"));
    administrator.people().changeOwnPassword(chars("opal-garden-25"), chars(PASSWORD));
  }

  @Test
  void aPasswordIsGoodForAYear() {
    facility.administrator();
    facility.pass(Duration.ofDays(365).minusSeconds(1));
    facility.signIn(Facility.ADMIN, PASSWORD);
    facility.pass(Duration.ofSeconds(1));
    assertEquals(Reason.PASSWORD_CHANGE_DUE, refused(Facility.ADMIN, PASSWORD));
  }
}
