package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sensor goes out of service and comes back, on its own page.
final class ServiceJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.hand("d07", 2.0);
    console.go(new Destination.OneDevice("d07"));
    console.await("it is in service", () -> console.text("#service-line").equals("In service."));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iTakeASensorThatHasNoAlarmOutOfServiceAndFindItOnceInTheHandover() throws Exception {
    takeOut("probe is being exchanged");
    console.await(
        "its page says so", () -> console.text("#service-line").contains("Out of service since"));
    assertTrue(console.text("#service-line").contains("probe is being exchanged"));
    console.await(
        "its events are one line",
        () -> console.says("#device-events", "12 of its alarms · Taken out of service"));
    assertTrue(
        ConsoleFixture.onFx(() -> !console.find("#device-guidance").getParent().isVisible()),
        "nothing is to be done");
    assertTrue(console.text("#device-tag").equalsIgnoreCase("out of service"));
    assertTrue(out().stream().anyMatch(alarm -> alarm.condition() == Condition.SILENT));
    console.hand("d07", 25.0);
    console.await(
        "it is recorded", () -> out().stream().anyMatch(alarm -> alarm.occurrences() == 1));
    assertTrue(
        live().stream().noneMatch(alarm -> alarm.state().isActive() && !alarm.state().isHeld()),
        "nobody is told");
    console.press(KeyCode.F7);
    console.await(
        "the sheet tells of it",
        () ->
            console.isThere("#handover-sheet")
                && console.text("#handover-sheet").contains("OUT OF SERVICE (1)"));
    assertTrue(
        console
            .text("#handover-sheet")
            .lines()
            .anyMatch(line -> line.contains("07") && line.contains("probe is being exchanged")));
  }

  @Test
  void iMustSayWhy() throws Exception {
    console.press(KeyCode.T);
    console.await("it asks", () -> console.isThere("#service-confirm"));
    console.click("#service-confirm");
    console.await("it is refused", () -> console.text("#service-trouble").contains("Say why"));
    console.press(KeyCode.ESCAPE);
    console.await("the card is gone", () -> !console.isThere("#service-confirm"));
    assertEquals(List.of(), out());
  }

  @Test
  void theEnterThatTheButtonSpeaksOfDoesItWhileAChoiceHasTheKeyboard() throws Exception {
    console.press(KeyCode.T);
    console.await("it asks", () -> console.isThere("#service-reason-words"));
    console.type("#service-reason-words", "probe is being exchanged");
    ConsoleFixture.onFx(() -> {
      console.find("#service-temperature").requestFocus();
      return true;
    });
    console.press(KeyCode.ENTER);
    console.await("it is out", () -> !out().isEmpty());
  }

  @Test
  void iTakeOnlyItsSilenceOutAndItsTemperaturesStillCall() throws Exception {
    console.click("#service-out");
    console.await("it asks", () -> console.isThere("#service-reason-words"));
    console.click("#service-silence");
    console.type("#service-reason-words", "lies in a drawer");
    console.click("#service-confirm");
    console.await(
        "its page says how much",
        () -> console.text("#service-line").startsWith("1 of its alarms is out of service"));
    assertEquals(List.of(Condition.SILENT), out().stream().map(Alarm::condition).toList());
    console.hand("d07", 25.0);
    console.await(
        "it calls",
        () -> live().stream().anyMatch(alarm -> alarm.state() == AlarmState.UNACKNOWLEDGED));
  }

  @Test
  void iTookTheWrongSensorAndControlZBringsItBack() throws Exception {
    takeOut("mistake");
    console.await("the way back is offered", () -> console.find("#undo").isVisible());
    console.shortcut(KeyCode.Z);
    console.await("it is in service", () -> console.text("#service-line").equals("In service."));
    assertEquals(List.of(), out());
  }

  @Test
  void iPutItBackTooEarlyAndControlZTakesItOutForTheSameReason() throws Exception {
    takeOut("probe is being exchanged");
    console.await("it can come back", () -> console.find("#service-back").isVisible());
    int before = out().size();
    assertFalse(ConsoleFixture.onFx(() -> console.find("#service-out").isVisible()));
    console.press(KeyCode.B);
    console.await("it is in service", () -> console.text("#service-line").equals("In service."));
    console.await("the way back is offered", () -> console.find("#undo").isVisible());
    console.shortcut(KeyCode.Z);
    console.await(
        "it is out again",
        () -> console.text("#service-line").contains("probe is being exchanged"));
    assertEquals(before, out().size());
  }

  private void takeOut(String why) throws Exception {
    console.press(KeyCode.T);
    console.await("it asks why", () -> console.isThere("#service-reason-words"));
    console.type("#service-reason-words", why);
    console.click("#service-confirm");
    console.await("it is out", () -> !out().isEmpty());
  }

  private List<Alarm> live() {
    return console.session().live().latest().device("d07").orElseThrow().alarms();
  }

  private List<Alarm> out() {
    return live().stream().filter(alarm -> alarm.state() == AlarmState.OUT_OF_SERVICE).toList();
  }
}
