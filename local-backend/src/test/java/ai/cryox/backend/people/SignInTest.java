package ai.cryox.backend.people;

import static ai.cryox.backend.people.Facility.PASSWORD;
import static ai.cryox.backend.people.Facility.chars;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who gets in, who is locked out, and whose seat is locked.
class SignInTest extends PeopleGround {
  @Test
  void fiveFailuresLockTheAccountForAQuarterOfAnHourAndRaiseAnAlarm() {
    facility.administrator();
    for (int i = 0; i < SignInDesk.MOST_FAILURES; i++) {
      assertTrue(locks().isEmpty(), "after " + i);
      boolean last = i == SignInDesk.MOST_FAILURES - 1;
      assertEquals(
          last ? Reason.LOCKED : Reason.WRONG, refused(Facility.ADMIN, "not the password"));
    }
    Facility.await(() -> locks().isPresent());
    Alarm alarm = locks().orElseThrow();
    assertEquals("/people/ada", alarm.deviceId());
    assertTrue(alarm.message().contains("5 failed sign-ins"), alarm::message);
    assertEquals(Reason.LOCKED, refused(Facility.ADMIN, PASSWORD));

    facility.restart();
    assertEquals(Reason.LOCKED, refused(Facility.ADMIN, PASSWORD));
    facility.pass(SignInDesk.LOCKED_FOR.minusSeconds(1));
    assertEquals(Reason.LOCKED, refused(Facility.ADMIN, PASSWORD));
    facility.pass(Duration.ofSeconds(1));
    assertEquals("Dana Voss", facility.signIn(Facility.ADMIN, PASSWORD).userName());
    Facility.await(() -> locks().stream().noneMatch(Alarm::isConditionPresent));
    assertTrue(locks().orElseThrow().state().needsAcknowledgement());
  }

  @Test
  void whoLeavesTheSeatOnlyWatchesUntilTheyAreBack() {
    facility.administrator();
    Session ada = facility.signIn(Facility.ADMIN, PASSWORD);
    assertTrue(ada.lock());
    assertTrue(ada.isLocked());
    assertEquals(Grants.everywhere(Role.WATCHER), ada.who().grants());
    assertThrows(ForbiddenException.class, () -> ada.people().accounts());
    SignIn.Password wrong = new SignIn.Password(Facility.ADMIN, chars("not the password"));
    assertEquals(
        Reason.WRONG, assertThrows(SignInRefusedException.class, () -> ada.unlock(wrong)).reason());
    SignIn.Password other = new SignIn.Password("bob", chars(PASSWORD));
    assertThrows(IllegalArgumentException.class, () -> ada.unlock(other));
    assertTrue(ada.isLocked());
    ada.unlock(new SignIn.Password(Facility.ADMIN, chars(PASSWORD)));
    assertFalse(ada.isLocked());
    assertEquals(1, ada.people().accounts().size());
    assertEquals(1, facility.audit("Dana Voss", "session.lock").size());
    assertEquals(1, facility.audit("Dana Voss", "session.unlock").size());
  }

  @Test
  void aDeskWithoutAccountsCannotBeLocked() {
    Session desk = facility.signIn(new SignIn.Desk("anna"));
    assertFalse(desk.lock());
    assertFalse(desk.isLocked());
  }

  @Test
  void anAdministratorUnlocksBeforeTheTimeIsOver() {
    Session administrator = facility.administrator();
    facility.person(administrator, "bob", OPERATOR).close();
    for (int i = 0; i < SignInDesk.MOST_FAILURES; i++) {
      refused("bob", "not the password");
    }
    assertEquals(Account.State.LOCKED, account(administrator, "bob").state());
    String userId = account(administrator, "bob").userId();
    assertEquals(Account.State.ACTIVE, administrator.people().unlock(userId, "he called").state());
    assertEquals(OPERATOR, facility.signIn("bob", PASSWORD).who().grants());
    Facility.await(() -> locks().stream().noneMatch(Alarm::isConditionPresent));
  }

  @Test
  void aNameThatNobodyHasAndAWrongPasswordGetTheSameWords() {
    facility.administrator();
    List<String> words =
        Stream.of("nobody", Facility.ADMIN)
            .map(name ->
                String.valueOf(
                    assertThrows(
                            SignInRefusedException.class,
                            () -> facility.signIn(name, "not the password"))
                        .getMessage()))
            .distinct()
            .toList();
    assertEquals(1, words.size(), words::toString);
  }
}
