package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.classify.StorageProfile;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages around the alarm list: health, handover, profiles, callouts.
final class PagesJourneyTest {
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
  void healthAndHandoverTellOfTheAlarmsThereAre() throws Exception {
    console.raiseAlarms();
    console.press(KeyCode.F5);
    console.await(
        "the figures stand there",
        () ->
            console.isThere("#figures")
                && ((GridPane) console.find("#figures")).getChildren().size() >= 4 * 9);
    console.press(KeyCode.F7);
    console.await(
        "the sheet is written",
        () ->
            console.isThere("#handover-sheet")
                && console.text("#handover-sheet").contains("Vaccine fridge 07"));
    assertTrue(console.text("#handover-sheet").contains("Handed over by anna"));
  }

  @Test
  void aProfileThatMakesNoSenseIsRefusedWhileItIsTyped() throws Exception {
    console.go(new Destination.Profiles());
    console.await("what ships is listed", () -> list("#profiles").getItems().size() >= 8);
    console.click("#profile-copy");
    console.await("the copy can be changed", () -> !console.find("#profile-saveAsk").isDisabled());
    console.await("its limits are there", () -> console.isThere("#value-high"));
    console.type("#value-high", "9");
    console.await(
        "the port's sentence stands there",
        () -> console.text("#profile-trouble").contains("must be below"));
    assertTrue(console.find("#profile-saveAsk").isDisabled());
    console.type("#value-high", "warm");
    console.await("a word is no number", () -> console.text("#profile-trouble").contains("number"));
    console.type("#value-high", "4,5");
    console.await("it makes sense", () -> !console.find("#profile-saveAsk").isDisabled());
    console.click("#profile-saveAsk");
    console.await("what-if has answered", () -> !console.text("#whatif-headline").isEmpty());
    assertEquals("", console.text("#whatif-same"), "nothing was compared");
    console.click("#whatif-save");
    console.await("it is stored", () -> tops().contains(4.5));
  }

  @Test
  void iRemoveAProfileOfMineByMistakeAndControlZBringsItBack() throws Exception {
    console.go(new Destination.Profiles());
    console.await("what ships is listed", () -> list("#profiles").getItems().size() >= 8);
    console.click("#profile-copy");
    console.await("the copy can be removed", () -> !console.find("#action-remove").isDisabled());
    int all = console.session().profiles().size();
    console.click("#action-remove");
    console.await("it is gone", () -> console.session().profiles().size() == all - 1);
    console.await("nothing of mine is left", () -> console.find("#action-remove").isDisabled());
    console.await("the way back is offered", () -> console.find("#undo").isVisible());
    console.shortcut(KeyCode.Z);
    console.await("it is back", () -> console.session().profiles().size() == all);
    console.await("it is selected", () -> !console.find("#action-remove").isDisabled());
  }

  @Test
  void aPersonIsAddedAndAHalfPhoneNumberIsRefused() throws Exception {
    console.go(new Destination.Callouts());
    console.await("people are listed", () -> console.isThere("#people-add"));
    console.click("#people-add");
    console.await("a form is there", () -> console.isThere("#person-phone"));
    console.type("#person-phone", "123");
    console.await(
        "the port's sentence stands there",
        () -> console.text("#callouts-trouble").contains("phone number"));
    assertTrue(console.find("#callouts-save").isDisabled());
    console.type("#person-phone", "+4930123456");
    console.type("#person-name", "Ben");
    console.await("it makes sense", () -> !console.find("#callouts-save").isDisabled());
    console.click("#callouts-save");
    console.await("it is stored", () -> console.session().callouts().plan().persons().size() == 1);
    assertEquals("Ben", console.session().callouts().plan().persons().getFirst().name());
  }

  @Test
  void whoIsCalledIsAddedAndRemovedWithoutTheMouse() throws Exception {
    console.go(new Destination.Callouts());
    console.await("people are listed", () -> console.isThere("#people-add"));
    assertTrue(console.find("#people-remove").isDisabled(), "nobody can be removed yet");
    console.press(KeyCode.N);
    console.await("one is listed", () -> list("#people").getItems().size() == 1);
    console.await("its form is there", () -> console.isThere("#person-phone"));
    focus("#person-name");
    console.press(KeyCode.N);
    console.press(KeyCode.DELETE);
    assertEquals(1, ConsoleFixture.onFx(() -> list("#people").getItems().size()));
    focus("#person-role");
    console.press(KeyCode.N);
    console.press(KeyCode.D);
    assertEquals(1, ConsoleFixture.onFx(() -> list("#people").getItems().size()));
    focus("#people");
    console.press(KeyCode.DELETE);
    console.await("nobody is listed", () -> list("#people").getItems().isEmpty());
    console.await("nobody can be removed", () -> console.find("#people-remove").isDisabled());
  }

  private void focus(String selector) throws Exception {
    ConsoleFixture.onFx(() -> {
      console.find(selector).requestFocus();
      return true;
    });
  }

  private List<Double> tops() {
    return console.session().profiles().stream().map(StorageProfile::top).toList();
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) console.find(selector);
  }
}
