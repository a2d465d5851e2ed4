package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.notebook.PenGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do with energy, notes and groups of curves.
final class EnergyJourneyTest {
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
  void iAmToldWhenNoDeviceSaysItsPower() throws Exception {
    console.go(new Destination.Energy());
    console.await(
        "the page says so",
        () ->
            console.texts("#energy").stream().anyMatch(text -> text.startsWith("No device says")));
  }

  @Test
  void iSetATariffAndABaselineAndSeeWhatIsSaved() throws Exception {
    for (int i = 0; i < 290; i++) {
      console.power("d07", 200);
      console.pass(Duration.ofMinutes(5));
    }
    console.go(new Destination.Energy());
    console.await("the unit is listed", () -> console.table("#energy").getItems().size() == 1);
    console.await(
        "nobody set a tariff", () -> console.text("#energy-totals").contains("no tariff"));
    console.click("#energy-tariff");
    console.await("the question is there", () -> console.isThere("#tariff-price"));
    console.type("#tariff-price", "cheap");
    console.click("#tariff-save");
    assertTrue(console.isThere("#tariff-price"), "a word is no price");
    console.type("#tariff-price", "0,50");
    console.click("#tariff-save");
    console.await("it costs", () -> console.text("#energy-totals").contains("EUR"));
    console.select("#energy", 0);
    console.press(KeyCode.B);
    console.await(
        "it is stored",
        () ->
            console.session().energy().book().baselines().stream()
                .anyMatch(baseline -> Math.abs(baseline.watts() - 200) < 1));
    for (int i = 0; i < 290; i++) {
      console.power("d07", 100);
      console.pass(Duration.ofMinutes(5));
    }
    // Looked at again, it is read again at once, and not only when five minutes have passed.
    console.go(new Destination.Overview(null));
    console.go(new Destination.Energy());
    console.await(
        "half is saved", () -> console.text("#energy-totals").contains("2.4\u2009kWh saved"));
  }

  @Test
  void iWriteANoteAndFindItWithMyName() throws Exception {
    console.hand("d07", 3);
    console.await("it is live", () -> console.session().live().latest().devices().size() == 2);
    console.go(new Destination.OneDevice("d07"));
    console.await("the line is there", () -> console.isThere("#note-field"));
    console.click("#note-add");
    console.await(
        "no words are no note", () -> console.session().notebook().notes("d07").isEmpty());
    console.type("#note-field", "Door seal replaced.");
    console.click("#note-add");
    console.await(
        "it stands there",
        () ->
            console.texts("#notes").contains("Door seal replaced.")
                && console.texts("#notes").stream().anyMatch(text -> text.startsWith("anna, ")));
  }

  @Test
  void iSaveMyCurvesAndShowThemAgain() throws Exception {
    console.hand("d07", 3);
    console.hand("d10", 4);
    console.go(new Destination.Trends("d07", null, null));
    console.go(new Destination.Trends("d10", null, null));
    console.await("both are there", () -> console.isThere("#pen-value-2"));
    console.press(KeyCode.S);
    console.await("the groups are there", () -> console.isThere("#group-name"));
    console.type("#group-name", "Fridges");
    console.click("#group-save");
    console.await(
        "they are kept",
        () ->
            console.session().notebook().penGroups().stream()
                .map(PenGroup::name)
                .toList()
                .equals(List.of("Fridges")));
    console.press(KeyCode.ESCAPE);
    console.await("the card is gone", () -> !console.isThere("#group-name"));
    console.press(KeyCode.DELETE);
    console.press(KeyCode.DELETE);
    console.await("nothing is shown", () -> !console.isThere("#pen-value-1"));
    console.press(KeyCode.S);
    console.await(
        "the group is offered",
        () -> console.isThere("#groups") && !console.texts("#groups").isEmpty());
    console.click("#group-show");
    console.await("both are back", () -> console.isThere("#pen-value-2"));
  }

  @Test
  void iComeFromAnAlarmToItsTrendWithOneKey() throws Exception {
    console.raiseAlarms();
    console.press(KeyCode.F3);
    console.await("the detail is there", () -> console.isThere("#detail-trend"));
    console.click("#detail-trend");
    console.await("its curve is there", () -> console.isThere("#pen-value-1"));
    console.await("and stands still", () -> console.text("#trend-live").equals("Fixed"));
  }
}
