package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.AlarmState;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding and help, by the keyboard alone.
final class FindingJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iFindADeviceByItsInitialsAndOpenItsPage() throws Exception {
    find("vf10");
    console.await(
        "it says what Enter does",
        () -> console.text("#find-enter").contains("page of Vaccine fridge 10"));
    console.press(KeyCode.ENTER);
    console.await(
        "its page",
        () ->
            console.isThere("#device-name")
                && console.text("#device-name").equals("Vaccine fridge 10"));
  }

  @Test
  void theListOfDevicesKnowsInitialsTooAsItSays() throws Exception {
    console.press(KeyCode.F4);
    console.await("all are listed", () -> console.table("#devices").getItems().size() == 2);
    console.type("#device-filter", "vf10");
    console.await("one is left", () -> console.table("#devices").getItems().size() == 1);
    console.press(KeyCode.ENTER);
    console.await(
        "its page",
        () ->
            console.isThere("#device-name")
                && console.text("#device-name").equals("Vaccine fridge 10"));
  }

  @Test
  void iAcknowledgeAnAlarmThatIFoundWithoutTheMouse() throws Exception {
    console.raiseAlarms();
    find("acknowledge fridge 07");
    console.await(
        "it says that this is done in my name",
        () -> console.text("#find-enter").contains("acknowledge Vaccine fridge 07 now"));
    console.press(KeyCode.ENTER);
    console.await("it is done", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    assertEquals(AlarmState.UNACKNOWLEDGED, console.state("d10"));
  }

  @Test
  void theWorstAlarmStandsFirstBeforeITypeAnything() throws Exception {
    console.raiseAlarms();
    console.shortcut(KeyCode.K);
    console.await(
        "Enter would show it",
        () -> console.text("#find-enter").contains("show the alarm of Vaccine fridge 07"));
    console.press(KeyCode.DOWN);
    console.await(
        "and the next below it",
        () -> console.text("#find-enter").contains("show the alarm of Vaccine fridge 10"));
    console.press(KeyCode.ENTER);
    console.await("the list opens on it", () -> console.isThere("#active"));
  }

  @Test
  void iGoToAScreenByTypingAPartOfItsName() throws Exception {
    find("handov");
    console.press(KeyCode.ENTER);
    console.await("the sheet", () -> console.isThere("#handover-sheet"));
  }

  @Test
  void whatNothingFitsSaysSoAndEnterDoesNothing() throws Exception {
    find("submarine");
    console.await("nothing is listed", () -> list("#find-list").getItems().isEmpty());
    console.press(KeyCode.ENTER);
    console.await("the card is still there", () -> console.isThere("#find-field"));
    console.press(KeyCode.ESCAPE);
    console.await("and goes with Escape", () -> !console.isThere("#find-field"));
  }

  @Test
  void iAskForHelpAndSeeTheKeysOfTheScreenIAmOn() throws Exception {
    console.go(new Destination.Handover());
    console.press(KeyCode.F1);
    console.await("its keys", () -> console.says("#help-page", "write the sheet anew"));
    console.press(KeyCode.DOWN);
    console.await("then its page", () -> console.says("#help-page", "Hand over the shift"));
    console.type("#help-search", "eight at most");
    console.await("the page on shelving", () -> console.says("#help-page", "Put alarms aside"));
  }

  @Test
  void everyScreenThatIsSetUpHasAPageOfItsOwnBelowItsKeys() throws Exception {
    Map<Destination, String> pages =
        Map.of(
            new Destination.OneDevice("d07"), "given up after seven days",
            new Destination.Registry(), "which devices may speak",
            new Destination.Callouts(), "hours without anybody are named",
            new Destination.Audit(), "a ledger that is verified",
            new Destination.Settings(), "needs no saving");
    for (Map.Entry<Destination, String> page : pages.entrySet()) {
      console.go(page.getKey());
      console.press(KeyCode.F1);
      console.await("the keys", () -> console.says("#help-page", "keys and help"));
      console.press(KeyCode.DOWN);
      console.await(page.getValue(), () -> console.says("#help-page", page.getValue()));
      console.press(KeyCode.ESCAPE);
      console.await("help has gone", () -> !console.isThere("#help-page"));
    }
  }

  @Test
  void helpNamesTheKeysOfTheTrendsToo() throws Exception {
    console.go(new Destination.Trends("d07", null, null));
    console.press(KeyCode.F1);
    console.await("comparing has a key", () -> console.says("#help-page", "with yesterday"));
    console.press(KeyCode.ESCAPE);
    console.await("help has gone", () -> !console.isThere("#help-page"));
    console.go(new Destination.Energy());
    console.press(KeyCode.F1);
    console.await("so has the tariff", () -> console.says("#help-page", "a kilowatt-hour costs"));
  }

  private void find(String words) throws Exception {
    console.shortcut(KeyCode.K);
    console.type("#find-field", words);
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) console.find(selector);
  }
}
