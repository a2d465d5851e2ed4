package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.live.DeviceLive;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Boxes that one types into to find, and fields that are emptied at once.
final class ChoosingJourneyTest {
  private static final String BOX = "#drill-device";
  private static final String TYPED = "#drill-device-search";

  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void iTypeWhichDeviceIMeanAndEnterChoosesItWithoutBeginning() throws Exception {
    openDrill();
    assertEquals("d07", chosen());
    console.press(KeyCode.DOWN);
    console.await("the list is open", this::isOpen);
    console.await("the keyboard types into it", () -> console.find(TYPED).isFocused());
    console.type(TYPED, "FRIDGE 10");
    console.press(KeyCode.ENTER);
    console.await("the list is closed", () -> !isOpen());
    assertEquals("d10", chosen());
    assertEquals("", console.text(TYPED), "the next time it begins anew");
    assertTrue(console.find("#drill-end").isDisabled(), "Enter chose, and began nothing");
    console.await("the keyboard is back", () -> console.find(BOX).isFocused());
  }

  @Test
  void escTakesBackWhatIMarkedAndOnlyTheNextOneClosesTheCard() throws Exception {
    openDrill();
    console.press(KeyCode.DOWN);
    console.await("the list is open", this::isOpen);
    console.type(TYPED, "nothing is called that");
    console.press(KeyCode.ESCAPE);
    console.await("the list is closed", () -> !isOpen());
    assertTrue(console.isThere(BOX), "the card is still open");
    assertEquals("d07", chosen());
    console.await("the keyboard is back", () -> console.find(BOX).isFocused());
    console.press(KeyCode.ESCAPE);
    console.await("the card is closed", () -> !console.isThere(BOX));
  }

  @Test
  void whatNothingIsCalledChoosesNothing() throws Exception {
    openDrill();
    console.press(KeyCode.DOWN);
    console.await("the list is open", this::isOpen);
    console.type(TYPED, "nothing is called that");
    console.press(KeyCode.ENTER);
    console.await("the list is closed", () -> !isOpen());
    assertEquals("d07", chosen());
    assertTrue(console.find("#drill-end").isDisabled());
  }

  @Test
  void theButtonInASearchFieldEmptiesItAndAllIsThereAgain() throws Exception {
    console.go(new Destination.OneDevice(null));
    console.await("both are listed", () -> console.table("#devices").getItems().size() == 2);
    assertFalse(console.find("#device-filter-clear").isVisible(), "nothing to empty");
    console.type("#device-filter", "10");
    console.await("one is left", () -> console.table("#devices").getItems().size() == 1);
    assertTrue(console.find("#device-filter-clear").isVisible());
    console.click("#device-filter-clear");
    console.await("both are listed", () -> console.table("#devices").getItems().size() == 2);
    TextField field = (TextField) console.find("#device-filter");
    assertEquals("", field.getText());
    assertTrue(field.isFocused(), "one types on at once");
    assertFalse(console.find("#device-filter-clear").isVisible());
  }

  private void openDrill() throws Exception {
    console.go(new Destination.Callouts());
    console.click("#drill");
    console.await("the card waits for its device", () -> console.find(BOX).isFocused());
    console.await("and is drawn", () -> ((ComboBox<?>) console.find(BOX)).getSkin() != null);
  }

  private boolean isOpen() {
    return ((ComboBox<?>) console.find(BOX)).isShowing();
  }

  private String chosen() {
    return ((DeviceLive) ((ComboBox<?>) console.find(BOX)).getValue()).device().deviceId();
  }
}
