package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen of accounts, as an administrator uses it.
final class PeopleJourneyTest {
  private static final String PASSWORD = "four words in a row";

  @TempDir Path folder;
  private ConsoleFixture console;
  private Session ada;

  @BeforeEach
  void open() throws Exception {
    console = ConsoleFixture.asking(folder, IdleLimits.USUAL);
    console.go(new Destination.People());
    console.await(
        "there are none",
        () -> console.isThere("#people-new") && !console.find("#people-new").isDisabled());
    console.click("#people-new");
    console.type("#new-name", "Ada Lund");
    console.type("#new-sign-in-name", "ada");
    console.type("#new-password", PASSWORD);
    console.type("#new-again", PASSWORD);
    console.click("#new-save");
    console.await("somebody is asked", () -> console.find("#seat-bar").isVisible());
    console.type("#seat-name", "ada");
    console.type("#seat-password", PASSWORD);
    console.click("#seat-enter");
    console.await("she sits there", () -> console.title().contains("Ada Lund · administrator"));
    ada = console.signIn(password("ada", PASSWORD));
    console.shortcut(KeyCode.P);
    console.await("she is listed", () -> size() == 1);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private static SignIn.Password password(String name, String password) {
    return new SignIn.Password(name, password.toCharArray());
  }

  private int size() {
    return console.table("#accounts").getItems().size();
  }

  private String addBo() throws Exception {
    console.click("#people-new");
    console.type("#new-name", "Bo Berg");
    console.type("#new-sign-in-name", "bo");
    console.click("#new-save");
    console.await("a password is shown once", () -> console.isThere("#secret"));
    String secret = console.text("#secret");
    console.click("#secret-done");
    console.await(
        "he is listed", () -> size() == 2 && console.text("#account-name").startsWith("Bo"));
    return secret;
  }

  private Account bo() {
    return ada.people().accounts().stream()
        .filter(one -> one.signInName().equals("bo"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void iAddSomebodyWithAOneTimePasswordThatTheyMustChange() throws Exception {
    String secret = addBo();
    assertEquals(Grants.everywhere(Role.OPERATOR), bo().grants());
    SignInRefusedException due =
        assertThrows(SignInRefusedException.class, () -> console.signIn(password("bo", secret)));
    assertEquals(SignInRefusedException.Reason.PASSWORD_CHANGE_DUE, due.reason());
    console.click("#people-new");
    console.type("#new-name", "Bob");
    console.type("#new-sign-in-name", "BO");
    console.click("#new-save");
    console.await(
        "a name is given once", () -> console.text("#new-trouble").contains("belongs to somebody"));
  }

  @Test
  void aOneTimePasswordWaitsUntilTheCardThatIOpenedMeanwhileIsClosed() throws Exception {
    console.click("#people-new");
    console.type("#new-name", "Bo Berg");
    console.type("#new-sign-in-name", "bo");
    Runnable arrives = console.line().hold("add");
    console.click("#new-save");
    console.await("it is under way", () -> console.line().isHeld());
    console.press(KeyCode.ESCAPE);
    console.shortcut(KeyCode.K);
    console.await("the finder is open", () -> console.isThere("#find-field"));
    arrives.run();
    console.await("he is listed", () -> size() == 2);
    assertFalse(console.isThere("#secret"));
    console.press(KeyCode.ESCAPE);
    console.await("now it is shown", () -> console.isThere("#secret"));
    console.click("#secret-done");
    console.await("once", () -> !console.isThere("#secret"));
  }

  @Test
  void iGiveSomebodyARoleInOneFacilityAndAnOutdatedChangeIsRefused() throws Exception {
    addBo();
    check("#role-quality");
    ConsoleFixture.onFx(() -> {
      MenuButton where = (MenuButton) console.find("#role-where-quality");
      CheckMenuItem place = (CheckMenuItem) where.getItems().get(1);
      place.setSelected(true);
      place.fire();
      return true;
    });
    console.click("#account-save");
    Grants wanted =
        new Grants(
            Set.of(Grant.everywhere(Role.OPERATOR), new Grant(Role.QUALITY, "warehouse_001")));
    console.await("it is stored", () -> bo().grants().equals(wanted));
    console.await("it is shown", () -> console.find("#account-save").isDisabled());

    ada.people().change(bo().userId(), "Bo B. Berg", wanted, "married");
    console.type("#account-name", "Bob Berg");
    console.click("#account-save");
    console.await("it is shown anew", () -> console.text("#account-name").equals("Bo B. Berg"));
    assertEquals("Bo B. Berg", bo().name());
  }

  @Test
  void whatITypeOfSomebodyStaysWhenSomethingChangesOfSomebodyElse() throws Exception {
    addBo();
    ConsoleFixture.onFx(() -> {
      console.table("#accounts").getSelectionModel().select(0);
      return true;
    });
    console.type("#account-name", "Ada K. Lund");
    ada.people().change(bo(), "Bo B. Berg", bo().grants(), "married");
    console.press(KeyCode.F2);
    console.shortcut(KeyCode.P);
    console.await(
        "the list says so",
        () ->
            console.table("#accounts").getItems().stream()
                .anyMatch(one -> ((Account) one).name().equals("Bo B. Berg")));
    assertEquals("Ada K. Lund", console.text("#account-name"));
    console.click("#account-save");
    console.await(
        "it is stored",
        () -> ada.people().accounts().stream().anyMatch(one -> one.name().equals("Ada K. Lund")));
  }

  @Test
  void iResetAPasswordAndCloseAnAccountButNotTheLastAdministratorsOwn() throws Exception {
    String first = addBo();
    console.click("#account-reset");
    console.type("#reason", "forgot it");
    console.click("#reason-act");
    console.await("another is shown", () -> console.isThere("#secret"));
    assertFalse(first.equals(console.text("#secret")));
    console.click("#secret-done");
    console.click("#account-disable");
    console.click("#reason-act");
    console.await("it is closed", () -> bo().state() == Account.State.DISABLED);
    console.await("it can be opened", () -> console.isThere("#account-enable"));

    ConsoleFixture.onFx(() -> {
      console.table("#accounts").getSelectionModel().select(0);
      return true;
    });
    console.click("#account-disable");
    console.click("#reason-act");
    console.await(
        "somebody must be left",
        () -> console.text("#reason-trouble").contains("the last who may"));
  }

  private void check(String selector) throws Exception {
    ConsoleFixture.onFx(() -> {
      ((CheckBox) console.find(selector)).fire();
      return true;
    });
    assertTrue(((CheckBox) console.find(selector)).isSelected());
  }
}
