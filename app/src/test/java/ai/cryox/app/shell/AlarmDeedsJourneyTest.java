package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does to alarms on their list, by keys and by mouse.
final class AlarmDeedsJourneyTest {
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
  void theKeysOfTheListHoldWhileTheKeyboardIsOutsideOfIt() throws Exception {
    openList();
    ConsoleFixture.onFx(() -> {
      console.find("#rejected-link").requestFocus();
      return true;
    });
    console.press(KeyCode.S);
    console.await("the card asks", () -> console.isThere("#confirm-shelve"));
    console.press(KeyCode.ESCAPE);
    console.await("the card has gone", () -> !console.isThere("#confirm-shelve"));
    console.press(KeyCode.A);
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
  }

  @Test
  void iShelveByKeysAndTakeItBackByKeys() throws Exception {
    openList();
    console.press(KeyCode.S);
    console.await("the card asks", () -> console.isThere("#confirm-shelve"));
    console.click("#confirm-shelve");
    console.await("without a reason it is refused", () -> !console.text("#deed-trouble").isEmpty());
    assertEquals(AlarmState.UNACKNOWLEDGED, console.state("d07"));
    console.click("#shelf-60");
    console.type("#reason-words", "Defrosting by hand");
    console.click("#confirm-shelve");
    console.await("it is on the shelf", () -> console.state("d07") == AlarmState.SHELVED);
    Alarm shelved = console.session().live().latest().alarms().getLast();
    Hold hold = Objects.requireNonNull(shelved.hold());
    assertEquals("Defrosting by hand", hold.reason());
    assertEquals(Duration.ofHours(1), Duration.between(hold.since(), hold.until()));
    console.await("the part counts it", () -> console.text("#segment-shelved").endsWith(" 1"));
    console.press(KeyCode.DIGIT2);
    console.await("it stands there", () -> console.table("#active").getItems().size() == 1);
    console.press(KeyCode.U);
    console.await("it is back, seen", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
  }

  @Test
  void iTakeOutOfServiceWithAReasonFromTheListAndPutBack() throws Exception {
    openList();
    console.press(KeyCode.O);
    console.await("the card asks", () -> console.isThere("#confirm-take-out-of-service"));
    ConsoleFixture.onFx(() -> {
      ((ComboBox<?>) console.find("#reason")).getSelectionModel().select(2);
      return true;
    });
    console.click("#confirm-take-out-of-service");
    console.await("it is out", () -> console.state("d07") == AlarmState.OUT_OF_SERVICE);
    console.press(KeyCode.DIGIT4);
    console.await("it stands there", () -> console.table("#active").getItems().size() == 1);
    console.press(KeyCode.B);
    console.await("it is back, unseen", () -> console.state("d07") == AlarmState.UNACKNOWLEDGED);
  }

  @Test
  void theColumnsFitBesideTheDetailWheneverIComeBackFromAnEmptyPart() throws Exception {
    openList();
    double beside = console.table("#active").getWidth();
    double fitted = columns();
    for (int i = 0; i < 2; i++) {
      console.press(KeyCode.DIGIT2);
      console.await("the detail has gone", () -> console.table("#active").getWidth() > beside);
      console.press(KeyCode.DIGIT1);
      console.await("it is back", () -> console.table("#active").getWidth() <= beside);
      console.await("the columns fit beside it", () -> columns() <= fitted);
    }
  }

  private double columns() {
    return console.table("#active").getVisibleLeafColumns().stream()
        .mapToDouble(TableColumn::getWidth)
        .sum();
  }

  @Test
  void iResetWhatLatched() throws Exception {
    AlarmDesign usual = console.session().alarmDesign();
    console
        .session()
        .saveAlarmDesign(
            new AlarmDesign(
                usual.longestShelf(),
                usual.stuckAfter(),
                Set.of(Condition.HIGH),
                usual.severities(),
                usual.limits(),
                usual.guidance()));
    openList();
    console.press(KeyCode.A);
    console.await("it is seen", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    console.pass(Duration.ofSeconds(30));
    console.hand("d07", 1.0);
    console.await("it is latched", () -> console.state("d07") == AlarmState.LATCHED);
    console.go(new Destination.Alarms(id("d07")));
    console.await("reset is offered", () -> !console.find("#deed-reset").isDisabled());
    console.press(KeyCode.R);
    console.await("it is gone", () -> console.state("d07") == AlarmState.NORMAL);
  }

  private void openList() throws Exception {
    console.raiseAlarms();
    console.go(new Destination.Alarms(id("d07")));
    console.await("the list shows both", () -> console.table("#active").getItems().size() == 2);
    console.await("one can be shelved", () -> !console.find("#deed-shelve").isDisabled());
  }

  private String id(String deviceId) {
    var found =
        console.session().live().latest().alarms().stream()
            .filter(alarm -> alarm.deviceId().equals(deviceId))
            .map(Alarm::alarmId)
            .toList();
    assertTrue(!found.isEmpty(), deviceId);
    return found.getFirst();
  }
}
