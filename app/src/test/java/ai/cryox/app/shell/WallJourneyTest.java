package ai.cryox.app.shell;

import static ai.cryox.app.shell.ConsoleFixture.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.theme.Zoom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does with the wall of devices.
final class WallJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder.resolve("data"));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iReadTheWallAsATableAndOpenADeviceWithEnter() throws Exception {
    console.raiseAlarms();
    console.click("#as-table");
    TableView<?> table = console.table("#devices");
    console.await("both are lines", () -> table.getItems().size() == 2);
    console.await("the warm one is said to be", () -> cell(table, 0).contains("HIGH"));
    console.press(KeyCode.DOWN);
    assertEquals(
        1,
        onFx(() -> {
          table.getSelectionModel().select(1);
          return table.getSelectionModel().getSelectedIndex();
        }));
    console.press(KeyCode.ENTER);
    console.await("its page is open", () -> console.isThere(".gauge-value"));
    console.go(new Destination.Overview(null));
    console.await(
        "the line is still chosen", () -> table.getSelectionModel().getSelectedIndex() == 1);
  }

  @Test
  void iComeBackToTheTableAndItTellsWhatHappenedMeanwhile() throws Exception {
    console.hand("d07", 4.0);
    console.click("#as-table");
    TableView<?> table = console.table("#devices");
    console.await("it tells the value", () -> console.says("#devices", "4.0"));
    console.click("#as-table");
    console.pass(Duration.ofSeconds(30));
    console.hand("d07", 25.0);
    console.await(
        "the alarm is told", () -> console.text("#headline").startsWith("Vaccine fridge 07"));
    console.click("#as-table");
    console.await("the table tells it too", () -> console.says("#devices", "25.0"));
    assertEquals(2, onFx(() -> table.getItems().size()));
  }

  @Test
  void iArrangeTheWallByKeysAndItsButtonsSayWhatForAndWhich() throws Exception {
    console.press(KeyCode.T);
    console.await("lines", () -> console.find("#devices").isVisible());
    console.press(KeyCode.T);
    console.await("tiles again", () -> !console.find("#devices").isVisible());
    console.press(KeyCode.W);
    console.await(
        "the worst first", () -> ((ToggleButton) console.find("#worst-first")).isSelected());
    console.press(KeyCode.G);
    console.await(
        "what may stand together", () -> ((MenuButton) console.find("#group")).isShowing());
    assertTrue(
        onFx(() ->
            ((ToggleButton) console.find("#worst-first"))
                .getTooltip()
                .getText()
                .contains("Key W")));
  }

  private static String cell(TableView<?> table, int row) {
    for (Node cell : table.lookupAll(".table-row-cell")) {
      if (((TableRow<?>) cell).getIndex() == row
          && cell.lookup(".severity") instanceof Labeled severity) {
        return severity.getText();
      }
    }
    return "";
  }

  @Test
  void iPutDevicesTogetherByWhatTheyKeepAndMakeThemDots() throws Exception {
    onFx(() -> {
      for (String choice : new String[] {"group-kind", "density-dots", "density-big"}) {
        MenuButton menu = (MenuButton) console.find("#" + choice.substring(0, choice.indexOf('-')));
        menu.getItems().stream()
            .filter(item -> choice.equals(item.getId()))
            .findFirst()
            .orElseThrow()
            .fire();
      }
      return true;
    });
    assertEquals("Group: kind", console.text("#group"));
    assertEquals("Density: big", console.text("#density"));
  }

  @Test
  void iReadTwoDevicesOnTheWallFromAcrossTheRoom() throws Exception {
    console.raiseAlarms();
    console.press(KeyCode.F11);
    Scene display = Objects.requireNonNull(onFx(console::wallScene));
    console.await(
        "they are twice as large as on a desk",
        () -> {
          Zoom wall = (Zoom) display.lookup("#display-wall");
          return wall != null && Zoom.of(wall.getChildrenUnmodifiable().getFirst()) >= 2;
        });
  }

  @Test
  void iOpenTheWallDisplayWithF11AndItShowsTheAlarmAndOneAreaAfterTheOther() throws Exception {
    console.register("k01", "warehouse_002", "Kiosk");
    console.raiseAlarms();
    console.press(KeyCode.F11);
    Scene display = Objects.requireNonNull(onFx(console::wallScene));
    Hands there = new Hands(() -> display);
    console.await(
        "it tells the alarm", () -> there.text("#headline").startsWith("Vaccine fridge 07"));
    assertNull(onFx(() -> display.lookup("#acknowledge")), "nothing to press there");
    console.await(
        "an area has its name", () -> there.text("#display-title").contains("Warehouse 00"));
    String first = onFx(() -> there.text("#display-title"));
    console.pass(Duration.ofSeconds(16));
    console.await("the next area comes", () -> !there.text("#display-title").equals(first));
    assertTrue(onFx(() -> there.text("#display-turn")).contains("of 2"));
    onFx(() -> {
      Event.fireEvent(
          display.getRoot(),
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
      return true;
    });
    assertNull(onFx(console::wallScene));
  }
}
