package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who sits at the console: signing in and out, leaving and coming back.
final class SeatJourneyTest {
  private static final String PASSWORD = "four words in a row";
  private static final String FIRST = "given by somebody";

  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = ConsoleFixture.asking(folder, new IdleLimits(Duration.ofMinutes(15), Duration.ZERO));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private void addAda() {
    console
        .session()
        .people()
        .add(
            "ada",
            "Ada Lund",
            Grants.everywhere(Role.ADMINISTRATOR, Role.SUPERVISOR),
            PASSWORD.toCharArray(),
            "");
  }

  private boolean isAsked() {
    return console.find("#seat-bar").isVisible();
  }

  private void signIn(String name, String password) throws Exception {
    console.await("somebody is asked", this::isAsked);
    console.type("#seat-name", name);
    console.type("#seat-password", password);
    console.click("#seat-enter");
  }

  private void signInAda() throws Exception {
    addAda();
    signIn("ada", PASSWORD);
    console.await("she sits there", () -> !isAsked() && title().contains("Ada Lund"));
  }

  private String title() {
    return console.title();
  }

  @Test
  void withoutAccountsNobodyIsAskedAndEverythingCanBeDone() throws Exception {
    assertFalse(isAsked());
    console.raiseAlarms();
    console.await("the bar has an alarm", () -> !console.find("#acknowledge").isDisabled());
    console.click("#acknowledge");
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
  }

  @Test
  void iSeeAndHearTheAlarmsWhileNobodyIsSignedInAndCannotAcknowledgeThem() throws Exception {
    addAda();
    console.await("somebody is asked", this::isAsked);
    console.raiseAlarms();
    console.await("the worst is named", () -> console.text("#headline").contains("fridge 07"));
    console.click("#acknowledge");
    console.await(
        "the bar says what to do",
        () -> console.text("#seat-trouble").equals("Sign in to do this."));
    assertEquals(AlarmState.UNACKNOWLEDGED, console.state("d07"));

    signIn("ada", PASSWORD);
    console.await("she sits there", () -> title().contains("Ada Lund · supervisor"));
    console.await("the bar has the alarm", () -> !console.find("#acknowledge").isDisabled());
    console.click("#acknowledge");
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
  }

  @Test
  void nobodyWhoOnlyWatchesCanChangeWhatHoldsForAll() throws Exception {
    addAda();
    console.await("somebody is asked", this::isAsked);
    console.shortcut(KeyCode.DIGIT3);
    console.await("the routes", () -> console.text("#route-name").equals("temperature-data"));
    assertTrue(console.find("#route-name").isDisabled());
    assertTrue(console.find("#route-on").isDisabled());
    assertTrue(console.find("#route-add").isDisabled());
    assertFalse(console.find("#routes-save").isVisible());
    console.press(KeyCode.ESCAPE);
    console.await("it is gone", () -> !console.isThere("#routes-list"));
    console.shortcut(KeyCode.DIGIT1);
    console.await("the design", () -> console.isThere("#latch-high"));
    assertTrue(console.find("#latch-high").isDisabled());
    console.press(KeyCode.ESCAPE);
    console.await("it is gone too", () -> !console.isThere("#latch-high"));
    console.shortcut(KeyCode.DIGIT2);
    console.await("how long", () -> console.isThere("#keep-others"));
    assertFalse(console.find("#keeping-save").isVisible());
  }

  @Test
  void fiveWrongPasswordsLockMeOutAndIReadUntilWhen() throws Exception {
    addAda();
    for (int i = 0; i < 4; i++) {
      signIn("ada", "not her password");
      console.await(
          "it was refused", () -> console.text("#seat-trouble").startsWith("Name or password"));
      console.type("#seat-name", "");
      console.await("the field is empty", () -> console.text("#seat-password").isEmpty());
    }
    signIn("ada", "not her password");
    console.await(
        "it says until when", () -> console.text("#seat-trouble").contains("locked until 21:"));
    assertTrue(isAsked());
  }

  @Test
  void iChooseMyOwnPasswordWhenSomebodyGaveMeOne() throws Exception {
    addAda();
    var ada = console.signIn(new SignIn.Password("ada", PASSWORD.toCharArray()));
    ada.people().add("bo", "Bo Berg", Grants.everywhere(Role.OPERATOR), FIRST.toCharArray(), "");
    signIn("bo", FIRST);
    console.await("another is asked for", () -> console.find("#seat-fresh").isVisible());
    console.type("#seat-fresh", "my own four words");
    console.type("#seat-again", "my own for words");
    console.click("#seat-enter");
    assertTrue(console.text("#seat-trouble").contains("not typed the same"));
    console.type("#seat-again", "my own four words");
    console.click("#seat-enter");
    console.await("he sits there", () -> title().contains("Bo Berg · operator"));
  }

  @Test
  void afterAQuarterOfAnHourIMustTypeMyPasswordAgainAndNothingStops() throws Exception {
    signInAda();
    console.go(new Destination.Audit());
    console.pass(Duration.ofMinutes(14));
    console.await("a beat has passed", () -> true);
    assertFalse(isAsked());
    console.pass(Duration.ofMinutes(2));
    console.await("she is asked", this::isAsked);
    assertTrue(console.text("#seat-words").startsWith("Ada Lund has been away since"));
    console.raiseAlarms();
    console.await("the worst is named", () -> console.text("#headline").contains("fridge 07"));
    console.click("#acknowledge");
    console.await(
        "it is refused", () -> console.text("#seat-trouble").startsWith("Type the password"));
    console.type("#seat-password", PASSWORD);
    console.click("#seat-enter");
    console.await("she is back", () -> !isAsked());
    console.click("#acknowledge");
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
  }

  @Test
  void iLeaveMySeatByKeyAndSomebodyElseTakesIt() throws Exception {
    signInAda();
    console.go(new Destination.Handover());
    console.shortcut(KeyCode.L);
    console.await("the seat is locked", this::isAsked);
    console.click("#seat-other");
    console.await("nobody sits there", () -> isAsked() && console.find("#seat-name").isVisible());
    assertEquals("nobody is signed in", console.text("#seat-menu"));
    assertTrue(console.isThere("#handover-sheet"));
    signIn("ada", PASSWORD);
    console.await("she sits there", () -> !isAsked() && title().contains("Ada Lund"));
    console.choose("#seat-menu", "seat-out");
    console.await("nobody sits there", this::isAsked);
  }

  @Test
  void whoseAccountIsClosedIsSignedOutAndTheAlarmsStay() throws Exception {
    addAda();
    var ada = console.signIn(new SignIn.Password("ada", PASSWORD.toCharArray()));
    ada.people()
        .add("bo", "Bo Berg", Grants.everywhere(Role.ADMINISTRATOR), FIRST.toCharArray(), "");
    signIn("ada", PASSWORD);
    console.await("she sits there", () -> title().contains("Ada Lund"));
    var bo =
        console.signIn(
            new SignIn.Password("bo", FIRST.toCharArray(), "his own four words".toCharArray()));
    bo.people().disable("u1", "left");
    console.await("nobody sits there", () -> isAsked() && console.find("#seat-name").isVisible());
    console.raiseAlarms();
    console.await("the worst is named", () -> console.text("#headline").contains("fridge 07"));
  }
}
