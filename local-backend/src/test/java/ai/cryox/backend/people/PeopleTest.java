package ai.cryox.backend.people;

import static ai.cryox.backend.people.Facility.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditEntry.Outcome;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who has an account, what it allows, and what is known of it afterwards.
class PeopleTest extends PeopleGround {
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
