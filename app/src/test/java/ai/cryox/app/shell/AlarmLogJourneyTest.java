package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an inspector asks first: all alarms of one sensor since a day.
final class AlarmLogJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.raiseAlarms();
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void allAlarmsOfADeviceAreOneClickFromItsPage() throws Exception {
    console.go(new Destination.OneDevice("d07"));
    console.await("its page", () -> console.isThere("#device-all-alarms"));
    console.click("#device-all-alarms");
    theLogOfFridge07();
  }

  @Test
  void andOneSearchFromAnywhere() throws Exception {
    console.shortcut(KeyCode.K);
    console.type("#find-field", "all alarms of vaccine fridge 07");
    console.await(
        "it says what Enter does",
        () -> console.text("#find-enter").contains("all alarms of Vaccine fridge 07"));
    console.press(KeyCode.ENTER);
    theLogOfFridge07();
  }

  private void theLogOfFridge07() {
    console.await("the history", () -> console.isThere("#history"));
    console.await("of this device alone", () -> console.table("#history").getItems().size() == 1);
    assertEquals("All alarms of Vaccine fridge 07 since", console.text("#alarm-log-of"));
    assertEquals("2025-11-23", console.text("#alarm-log-since"));
  }

  @Test
  void theDayIsMineToSayAndThePathBackIsShort() throws Exception {
    console.go(new Destination.Alarms(null, new Destination.AlarmsOf("d07", null)));
    theLogOfFridge07();
    console.type("#alarm-log-since", "2026-11-24");
    console.await(
        "nothing is newer than that", () -> console.table("#history").getItems().isEmpty());
    console.type("#alarm-log-since", "yesterday");
    console.type("#alarm-log-since", "2026-11-23");
    console.await("it is back", () -> console.table("#history").getItems().size() == 1);
    console.click("#alarm-log-all");
    console.await("everybody's", () -> console.table("#history").getItems().size() == 2);
    assertTrue(!console.find("#alarm-log-of").getParent().isVisible());
  }

  @Test
  void aReportOfJustTheseIsAskedForWithEverythingChosen() throws Exception {
    console.go(new Destination.Alarms(null, new Destination.AlarmsOf("d07", null)));
    theLogOfFridge07();
    console.click("#alarm-log-report");
    console.await("the card", () -> console.isThere("#report-make"));
    assertEquals("d07", ((ComboBox<?>) console.find("#report-unit")).getValue());
    assertEquals("ALARMS", String.valueOf(((ComboBox<?>) console.find("#report-kind")).getValue()));
    assertEquals("2025-11-23", console.text("#report-first"));
    assertEquals("2026-11-23", console.text("#report-last"));
  }
}
