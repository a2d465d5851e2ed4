package ai.cryox.backend.people;

import static ai.cryox.backend.people.Facility.PASSWORD;
import static ai.cryox.backend.people.Facility.chars;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Outcome;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
  private static final Grants OPERATOR = Grants.everywhere(Role.OPERATOR);

  @TempDir Path folder;

  private Facility facility;

  @BeforeEach
  void start() {
    facility = new Facility(folder);
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  private Reason refused(String signInName, String password) {
    return assertThrows(SignInRefusedException.class, () -> facility.signIn(signInName, password))
        .reason();
  }

  private Account account(Session administrator, String signInName) {
    return administrator.people().accounts().stream()
        .filter(account -> account.signInName().equals(signInName))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstAccountMustBeOfSomebodyWhoCanMakeTheOthers() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> facility.add(facility.desk(), "bob", OPERATOR));
    assertTrue(String.valueOf(refused.getMessage()).contains("administrator"));
    assertEquals("Dana Voss", facility.administrator().userName());
  }

  @Test
  void theDeskDoesEverythingUntilThereIsAnAccountAndThenOnlyLooksOn() {
    Session desk = facility.desk();
    assertTrue(desk.who().grants().mayEverywhere(Action.MANAGE_PEOPLE));
    facility.administrator();
    assertEquals(Grants.everywhere(Role.WATCHER), desk.who().grants());
    assertEquals(2, desk.live().latest().devices().size());
    assertThrows(ForbiddenException.class, () -> desk.people().accounts());
    assertThrows(ForbiddenException.class, () -> desk.keepFor("", 30));
  }

  @Test
  void whoTakesLessAtTheDeskGetsLess() {
    Grants supervisor = Grants.everywhere(Role.SUPERVISOR);
    Session desk = facility.signIn(new SignIn.Desk("Sam", supervisor));
    assertEquals(supervisor, desk.who().grants());
    assertThrows(ForbiddenException.class, () -> desk.people().accounts());
  }

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

  private Optional<Alarm> locks() {
    return facility.desk().live().latest().alarms().stream()
        .filter(alarm -> alarm.condition() == Condition.SIGN_IN)
        .findFirst();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM account",
        "UPDATE account SET user_id = 'u9'",
        "UPDATE account SET sign_in_key = 'eve'",
        "INSERT OR REPLACE INTO account SELECT 'u9', sign_in_name, sign_in_key, name, kind,"
            + " disabled, issuer, subject, password, password_ms, must_change, former, failures,"
            + " locked_until_ms, created_ms, last_sign_in_ms FROM account"
      })
  void theDatabaseItselfKeepsAccountsAndTheirNames(String statement) throws SQLException {
    facility.administrator();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement sql = connection.createStatement()) {
      assertThrows(SQLException.class, () -> sql.execute(statement));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "BOB", " Bob "})
  void aSignInNameIsNeverGivenAgain(String again) {
    Session administrator = facility.administrator();
    String userId = facility.add(administrator, "bob", OPERATOR).userId();
    administrator.people().disable(userId, "left");
    facility.restart();
    Session later = facility.signIn(Facility.ADMIN, PASSWORD);
    assertThrows(IllegalArgumentException.class, () -> facility.add(later, again, OPERATOR));
    assertFalse(userId.equals(facility.add(later, "bob2", OPERATOR).userId()));
  }

  @Test
  void theLastWhoMayManagePeopleCannotGo() {
    Session administrator = facility.administrator();
    String userId = administrator.who().userId();
    assertThrows(IllegalArgumentException.class, () -> administrator.people().disable(userId, ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> administrator.people().change(userId, "Dana Voss", OPERATOR, ""));
    facility.add(administrator, "eve", Grants.everywhere(Role.ADMINISTRATOR));
    assertEquals(Account.State.DISABLED, administrator.people().disable(userId, "moved").state());
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

  @Test
  void changedRolesAndAClosedAccountHoldAtOnce() {
    Session administrator = facility.administrator();
    Session bob = facility.person(administrator, "bob", OPERATOR);
    String userId = bob.who().userId();
    String alarm = facility.alarm(Facility.NORTH);
    administrator.people().change(userId, "Bob", Grants.everywhere(Role.AUDITOR), "moved");
    assertThrows(
        ForbiddenException.class, () -> bob.alarmActions().acknowledge(List.of(alarm), ""));
    assertEquals("Bob", bob.userName());
    administrator.people().disable(userId, "left");
    assertThrows(ForbiddenException.class, bob::profiles);
    assertTrue(bob.live().latest().devices().isEmpty());
    assertEquals(Reason.NOT_ALLOWED, refused("bob", PASSWORD));
    administrator.people().enable(userId, "came back");
    assertFalse(bob.profiles().isEmpty());
  }

  @Test
  void everythingIsInTheAuditTrailAndNoPasswordAnywhere() throws IOException {
    Session administrator = facility.administrator();
    String userId = facility.add(administrator, "bob", OPERATOR).userId();
    administrator.people().change(userId, "Bob", Grants.everywhere(Role.QUALITY), "promoted");
    assertEquals(Reason.WRONG, refused("bob", "not the password"));
    administrator.close();
    Map<String, AuditEntry> lines = new HashMap<>();
    facility
        .audit(null, null)
        .forEach(line -> lines.putIfAbsent(line.what() + line.outcome(), line));

    AuditEntry change = Objects.requireNonNull(lines.get("people.changeDONE"));
    assertEquals(userId, change.subject());
    assertEquals(administrator.who().userId(), change.userId());
    assertEquals("promoted", change.why());
    assertTrue(String.valueOf(change.change()).contains("operator"), change::toString);
    assertTrue(String.valueOf(change.change()).contains("quality"), change::toString);
    assertEquals(
        Outcome.REFUSED, Objects.requireNonNull(lines.get("session.sign-inREFUSED")).outcome());
    assertEquals("u1", Objects.requireNonNull(lines.get("session.sign-outDONE")).userId());

    facility.restart();
    for (Path file : files()) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(content.contains(PASSWORD), file::toString);
      assertFalse(content.contains("first-word-77x"), file::toString);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theOwnerOfTheFolderMakesAccountsFromTheCommandLine() {
    Map<String, String> ada =
        facility
            .call(
                "user/add",
                Map.of(
                    "signInName",
                    Facility.ADMIN,
                    "name",
                    "Dana Voss",
                    "roles",
                    "administrator",
                    "password",
                    PASSWORD))
            .getFirst();
    assertEquals("administrator", ada.get("roles"));
    assertEquals("Dana Voss", facility.signIn(Facility.ADMIN, PASSWORD).userName());
    facility.call(
        "user/role",
        Map.of("signInName", "ADA", "roles", "administrator, operator@north", "why", "nights"));
    assertEquals(
        "administrator, operator@north",
        facility.call("user/list", Map.of()).getFirst().get("roles"));
    AuditEntry line = facility.audit("owner:Ben", "people.change").getFirst();
    assertEquals("nights", line.why());
    assertThrows(
        IllegalArgumentException.class,
        () -> facility.call("user/role", Map.of("signInName", "ada", "roles", "janitor")));
    assertThrows(
        IllegalArgumentException.class,
        () -> facility.call("user/disable", Map.of("signInName", "nobody")));
  }
}
