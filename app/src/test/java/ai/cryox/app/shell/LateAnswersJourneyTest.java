package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does while an answer is on its way holds when it comes.
final class LateAnswersJourneyTest {
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

  private void isAnswered() {
    console.await("it is answered", () -> !console.window().isBusy());
  }

  private boolean isDisabled(String selector) throws Exception {
    return ConsoleFixture.onFx(() -> console.find(selector).isDisabled());
  }

  @Test
  void aCardThatIOpenedMeanwhileStaysOpenWithWhatITyped() throws Exception {
    console.raiseAlarms();
    console.go(new Destination.Alarms(null));
    console.await("the worst is selected", () -> !console.table("#active").getItems().isEmpty());
    console.select("#active", 0);
    Runnable arrives = console.line().hold("acknowledge");
    console.press(KeyCode.A);
    console.press(KeyCode.S);
    console.type("#reason-words", "door seal");
    arrives.run();
    console.await("it is acknowledged", () -> console.state("d07") == AlarmState.ACKNOWLEDGED);
    isAnswered();
    assertEquals("door seal", ConsoleFixture.onFx(() -> console.text("#reason-words")));
  }

  @Test
  void nothingCanBeAddedToTheHandoverBeforeItIsWrittenAndWhatIAddedIsThereWhenIComeBack()
      throws Exception {
    Runnable arrives = console.line().hold("alarms");
    console.press(KeyCode.F7);
    assertFalse(
        ConsoleFixture.onFx(() -> ((TextArea) console.find("#handover-sheet")).isEditable()));
    arrives.run();
    console.await("it is written", () -> console.text("#handover-sheet").contains("by anna"));
    String sheet = console.text("#handover-sheet");
    console.type("#handover-sheet", sheet + "\nThe key is with the porter.");
    console.press(KeyCode.F2);
    console.press(KeyCode.F7);
    isAnswered();
    assertTrue(console.text("#handover-sheet").endsWith("The key is with the porter."));
    console.click("#handover-anew");
    console.await(
        "it is written anew",
        () ->
            console.text("#handover-sheet").contains("by anna")
                && !console.text("#handover-sheet").contains("porter"));
  }

  @Test
  void aLetterheadCannotBeChangedBeforeItIsKnown() throws Exception {
    console.go(new Destination.Reports(null));
    Runnable arrives = console.line().hold("letterhead");
    console.click("#letterhead");
    assertTrue(isDisabled("#letterhead-name"));
    assertTrue(isDisabled("#letterhead-save"));
    arrives.run();
    console.type("#letterhead-name", "Harbour");
    isAnswered();
    assertEquals("Harbour", console.text("#letterhead-name"));
  }

  @Test
  void noReportIsOrderedBeforeItIsKnownWhoseDaysAreMeant() throws Exception {
    console.go(new Destination.Reports(null));
    Runnable arrives = console.line().hold("letterhead");
    console.click("#report-new");
    assertTrue(isDisabled("#report-make"));
    arrives.run();
    console.await("it can be ordered", () -> !console.find("#report-make").isDisabled());
  }

  @Test
  void noScheduleIsAddedBeforeItIsKnownWhoCouldGetIt() throws Exception {
    console.go(new Destination.Reports(null));
    console.click("#report-schedules");
    Runnable arrives = console.line().hold("plan");
    console.click("#schedule-add");
    assertTrue(isDisabled("#schedule-save"));
    arrives.run();
    console.await("it can be added", () -> !console.find("#schedule-save").isDisabled());
  }

  @Test
  void aGroupThatISaveAtOnceLeavesTheOthersThere() throws Exception {
    List<PenGroup> before =
        List.of(new PenGroup("Fridges", List.of(new PenGroup.Pen("d10", Quantity.TEMPERATURE))));
    console.session().notebook().savePenGroups(before);
    console.go(new Destination.Trends("d07", null, null));
    Runnable arrives = console.line().hold("penGroups");
    console.press(KeyCode.S);
    console.type("#group-name", "Mine");
    assertTrue(isDisabled("#group-save"));
    arrives.run();
    console.click("#group-save");
    console.await("both are kept", () -> console.session().notebook().penGroups().size() == 2);
  }

  private FloorPlan plan(String facilityId) {
    return console
        .session()
        .floorPlan(facilityId)
        .orElseGet(() -> new FloorPlan(facilityId, new byte[0], Map.of()));
  }

  @Test
  void thePlacesOfOneFacilityNeverBecomeThoseOfAnother() throws Exception {
    console.register("k01", "warehouse_002", "Kiosk");
    console
        .session()
        .placeDevices(
            "warehouse_001", Map.of("d07", new Spot(0.25, 0.25), "d10", new Spot(0.75, 0.75)));
    console.session().placeDevices("warehouse_002", Map.of("k01", new Spot(0.5, 0.5)));
    console.go(new Destination.FloorPlan());
    console.await(
        "both are offered",
        () -> ((MenuButton) console.find("#plan-facility")).getItems().size() == 2);
    console.choose("#plan-facility", "plan-facility-warehouse_001");
    isAnswered();
    ConsoleFixture.onFx(() -> {
      ((ToggleButton) console.find("#plan-arrange")).fire();
      return true;
    });
    Runnable arrives = console.line().hold("floorPlan");
    console.choose("#plan-facility", "plan-facility-warehouse_002");
    ConsoleFixture.onFx(() -> {
      console.find("#plan").requestFocus();
      return true;
    });
    // Chooses a device and moves it, if one is to be seen.
    console.press(KeyCode.RIGHT);
    console.press(KeyCode.RIGHT);
    arrives.run();
    isAnswered();
    assertEquals(Map.of("k01", new Spot(0.5, 0.5)), plan("warehouse_002").spots());
    assertEquals(2, plan("warehouse_001").spots().size());
  }

  @Test
  void whatITypeOfAProfileIsNotTakenAwayByAnAnswerThatWasOvertaken() throws Exception {
    Runnable arrives = console.line().hold("profiles");
    console.press(KeyCode.F8);
    console.press(KeyCode.F2);
    console.press(KeyCode.F8);
    console.await("they are listed", () -> profiles().getItems().size() >= 8);
    console.click("#profile-copy");
    console.await("the copy can be changed", () -> !console.find("#profile-name").isDisabled());
    console.type("#profile-name", "Mine");
    arrives.run();
    isAnswered();
    assertEquals("Mine", console.text("#profile-name"));
  }

  private ListView<?> profiles() {
    return (ListView<?>) console.find("#profiles");
  }

  @Test
  void whatIWriteOfADeviceStaysWhileTheLastNoteIsOnItsWayAndWhenIComeBack() throws Exception {
    console.hand("d07", 3);
    console.go(new Destination.OneDevice("d07"));
    console.type("#note-field", "Seal replaced.");
    Runnable arrives = console.line().hold("addNote");
    console.click("#note-add");
    console.type("#note-field", "Door hinge is lo");
    arrives.run();
    console.await("it is kept", () -> notes().equals(List.of("Seal replaced.")));
    isAnswered();
    assertEquals("Door hinge is lo", console.text("#note-field"));
    console.go(new Destination.Alarms(null));
    console.go(new Destination.OneDevice("d07"));
    assertEquals("Door hinge is lo", console.text("#note-field"));
  }

  private List<String> notes() {
    return console.session().notebook().notes("d07").stream().map(DeviceNote::words).toList();
  }

  @Test
  void theUnitIChoseStaysChosenWhileItsFiguresAreReadAgain() throws Exception {
    for (int i = 0; i < 30; i++) {
      console.power("d07", 200);
      console.pass(Duration.ofMinutes(5));
    }
    console.go(new Destination.Energy());
    console.await("the unit is listed", () -> console.table("#energy").getItems().size() == 1);
    console.select("#energy", 0);
    Runnable arrives = console.line().hold("windows");
    console.pass(Duration.ofMinutes(11));
    console.await("it is asked for again", () -> console.window().isBusy());
    assertEquals(
        0,
        ConsoleFixture.onFx(() -> console.table("#energy").getSelectionModel().getSelectedIndex()));
    arrives.run();
    isAnswered();
    assertEquals(
        0,
        ConsoleFixture.onFx(() -> console.table("#energy").getSelectionModel().getSelectedIndex()));
  }
}
