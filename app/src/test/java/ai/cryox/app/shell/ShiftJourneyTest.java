package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Guidance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens on a shift, as those who work it would say it.
final class ShiftJourneyTest {
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
  void iPutASensorOutOfServiceAndFindItInTheHandover() throws Exception {
    alarms();
    console.press(KeyCode.O);
    console.await("it asks why", () -> console.isThere("#reason-words"));
    console.type("#reason-words", "probe is being exchanged");
    console.click("#confirm-take-out-of-service");
    console.await("it is out", () -> console.state("d07") == AlarmState.OUT_OF_SERVICE);
    console.press(KeyCode.F7);
    console.await(
        "the sheet tells of it",
        () ->
            console.isThere("#handover-sheet")
                && console.text("#handover-sheet").contains("probe is being exchanged"));
  }

  @Test
  void iReadOnTheDevicesOwnPageWhatToDoAboutItsAlarm() throws Exception {
    console.go(new Destination.OneDevice("d07"));
    console.await("its page", () -> console.isThere("#device-guidance"));
    assertTrue(
        ConsoleFixture.onFx(() -> !console.find("#device-guidance").getParent().isVisible()));
    console.raiseAlarms();
    console.await(
        "the alarm is named",
        () -> console.text("#device-guidance-title").equals("What to do: High-high"));
    assertTrue(console.text("#device-guidance").contains("the door is closed"));
    assertTrue(ConsoleFixture.onFx(() -> console.find("#device-guidance").getParent().isVisible()));
    // What people wrote for such alarms holds before what the program says.
    AlarmDesign plain = console.session().alarmDesign();
    Guidance own = new Guidance("", Condition.HIGH, "Call Ada, then move the stock.");
    console
        .session()
        .saveAlarmDesign(
            new AlarmDesign(
                plain.longestShelf(),
                plain.stuckAfter(),
                plain.latching(),
                plain.severities(),
                plain.limits(),
                List.of(own)));
    console.go(new Destination.OneDevice("d10"));
    console.await(
        "its own words",
        () -> console.text("#device-guidance").equals("Call Ada, then move the stock."));
  }

  @Test
  void onceAnAlarmIsOverThePageNoLongerSaysWhatToDoAboutItButWhatIsLeftToDo() throws Exception {
    console.go(new Destination.OneDevice("d07"));
    console.raiseAlarms();
    console.await(
        "what to do",
        () ->
            console.isThere("#device-guidance-title")
                && console.text("#device-guidance-title").equals("What to do: High-high"));
    console.pass(Duration.ofMinutes(1));
    console.hand("d07", 0.0);
    console.await(
        "that it is over", () -> console.text("#device-guidance-title").equals("Over: High-high"));
    assertTrue(console.text("#device-guidance").contains("Acknowledge it (A)"));
    console.press(KeyCode.A);
    console.await(
        "nothing is left to do", () -> !console.find("#device-guidance").getParent().isVisible());
  }

  @Test
  void noPanelOfADeviceInAlarmIsHigherThanItsWordsNeed() throws Exception {
    ConsoleFixture.onFx(() -> {
      console.window().resize(1920, 1080);
      return true;
    });
    console.raiseAlarms();
    console.go(new Destination.OneDevice("d07"));
    console.await(
        "its events",
        () -> console.texts("#device-events").stream().anyMatch(text -> text.contains("Raised")));
    console.await(
        "panels as high as the higher of the two needs",
        () -> {
          Region events = (Region) console.find("#device-events").getParent();
          double needed =
              events.getParent().getChildrenUnmodifiable().stream()
                  .mapToDouble(panel -> panel.prefHeight(events.getWidth()))
                  .max()
                  .orElseThrow();
          return events.getHeight() > 0 && events.getHeight() <= needed + 1;
        });
  }

  @Test
  void iShelvedTheWrongAlarmAndTakeItBackWithControlZ() throws Exception {
    alarms();
    console.press(KeyCode.S);
    console.await("it asks why", () -> console.isThere("#reason-words"));
    console.type("#reason-words", "defrost");
    console.click("#confirm-shelve");
    console.await("it is on the shelf", () -> console.state("d07") == AlarmState.SHELVED);
    console.await("the way back is offered", () -> console.find("#undo").isVisible());
    console.shortcut(KeyCode.Z);
    console.await("it is back, seen", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    console.await("nothing more is offered", () -> !console.find("#undo").isVisible());
  }

  @Test
  void iTookAnAlarmFromTheShelfTooEarlyAndPutItBackForTheTimeThatWasLeft() throws Exception {
    iShelve();
    console.press(KeyCode.DIGIT2);
    console.await("it is listed", () -> table().getItems().size() == 1);
    console.press(KeyCode.U);
    console.await("it is back", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    console.await("the way back is offered", () -> console.find("#undo").isVisible());
    console.shortcut(KeyCode.Z);
    console.await("it is on the shelf again", () -> console.state("d07") == AlarmState.SHELVED);
    assertEquals("defrost", console.reason("d07"));
  }

  @Test
  void whatISawISawAndThereIsNoWayBackFromAcknowledging() throws Exception {
    alarms();
    console.press(KeyCode.A);
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    assertTrue(ConsoleFixture.onFx(() -> !console.find("#undo").isVisible()));
  }

  @Test
  void iTypeAWordAndSeeOnlyItsAlarmsAndEscapeShowsAllAgain() throws Exception {
    alarms();
    console.type("#alarm-filter", "fridge 10");
    console.await("one is left", () -> table().getItems().size() == 1);
    ConsoleFixture.onFx(() -> {
      console.find("#alarm-filter").requestFocus();
      return true;
    });
    console.press(KeyCode.ESCAPE);
    console.await("both are back", () -> table().getItems().size() == 2);
  }

  @Test
  void iTakeAPictureOfTheScreenForTheTechnician() throws Exception {
    alarms();
    ConsoleFixture.onFx(() -> {
      console.window().takePicture(folder);
      return true;
    });
    console.await("it says where it lies", () -> console.text("#notice").contains(".png"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
      assertEquals(1, pictures.size());
      Image picture = new Image(pictures.getFirst().toUri().toString());
      double height = ConsoleFixture.onFx(() -> console.window().scene().getHeight());
      assertTrue(picture.getHeight() > height, "the line below it is missing");
    }
    assertTrue(ConsoleFixture.onFx(() -> Clipboard.getSystemClipboard().hasImage()));
  }

  @Test
  void iSeeTheWorstAlarmFirstAndAcknowledgeItWithoutTheMouse() throws Exception {
    console.raiseAlarms();
    console.await(
        "the bar names it", () -> console.text("#headline").startsWith("Vaccine fridge 07"));
    console.shortcut(KeyCode.A);
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    console.await(
        "the next stands there", () -> console.text("#headline").startsWith("Vaccine fridge 10"));
  }

  @Test
  void backAlwaysGoesBack() throws Exception {
    console.press(KeyCode.F3);
    console.press(KeyCode.F5);
    console.await("the health page", () -> console.isThere("#figures"));
    console.press(KeyCode.ESCAPE);
    console.await("the alarms again", () -> console.isThere("#active"));
    console.press(KeyCode.ESCAPE);
    console.await("the wall again", () -> console.isThere("#wall"));
  }

  private void alarms() throws Exception {
    console.raiseAlarms();
    console.go(new Destination.Alarms(null));
    console.await("the list shows both", () -> table().getItems().size() == 2);
    console.await("the worst is selected", () -> !table().getSelectionModel().isEmpty());
  }

  private void iShelve() throws Exception {
    alarms();
    console.press(KeyCode.S);
    console.await("it asks why", () -> console.isThere("#reason-words"));
    console.type("#reason-words", "defrost");
    console.click("#confirm-shelve");
    console.await("it is on the shelf", () -> console.state("d07") == AlarmState.SHELVED);
  }

  private TableView<?> table() {
    return console.table("#active");
  }
}
