package ai.cryox.app.shell;

import static ai.cryox.app.shell.ConsoleFixture.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.ThemePreference;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How somebody makes the console look as they need it.
final class AppearanceJourneyTest {
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
  void iMakeEverythingLargerWithControlPlusAndUsualAgainWithControlZero() throws Exception {
    Node headline = console.find("#sentence");
    double before = onFx(() -> shownHeight(headline));
    console.shortcut(KeyCode.PLUS);
    console.shortcut(KeyCode.PLUS);
    assertEquals(1.2, onFx(() -> shownHeight(headline)) / before, 0.01);
    for (int i = 0; i < 20; i++) {
      console.shortcut(KeyCode.PLUS);
    }
    assertEquals(2.0, onFx(() -> shownHeight(headline)) / before, 0.01);
    console.shortcut(KeyCode.DIGIT0);
    assertEquals(1.0, onFx(() -> shownHeight(headline)) / before, 0.01);
  }

  @Test
  void aMenuThatStandsOpenIsClosedWhenIChangeTheTheme() throws Exception {
    MenuButton menu = (MenuButton) console.find("#density");
    onFx(() -> {
      menu.show();
      return true;
    });
    console.await("it is open", menu::isShowing);
    console.shortcut(KeyCode.T);
    assertFalse(onFx(menu::isShowing), "it would stand there in half of its old dress");
  }

  private static double shownHeight(Node node) {
    node.getScene().getRoot().applyCss();
    node.getScene().getRoot().layout();
    return node.localToScene(node.getLayoutBounds()).getHeight();
  }

  @Test
  void atTwiceTheSizeNavigationKeepsItsIconsAndEverythingStaysInTheWindow() throws Exception {
    for (int i = 0; i < 10; i++) {
      console.shortcut(KeyCode.PLUS);
    }
    onFx(() -> {
      Node entry = console.find("#nav-alarms");
      shownHeight(entry);
      assertFalse(console.find("#nav-alarms .nav-title").isVisible());
      assertTrue(console.find("#nav-alarms .icon").isVisible());
      Node bottom = console.find(".status-bar");
      assertTrue(
          bottom.localToScene(bottom.getLayoutBounds()).getMaxY()
              <= bottom.getScene().getHeight() + 1);
      return true;
    });
  }

  @Test
  void atTwiceTheSizeNothingOfAScreenIsOutOfReach() throws Exception {
    onFx(() -> {
      console.window().resize(1280, 800);
      return true;
    });
    console.go(new Destination.Reports(null));
    for (int i = 0; i < 10; i++) {
      console.shortcut(KeyCode.PLUS);
    }
    console.await("there is little room", () -> console.isThere("#screen-room"));
    onFx(() -> {
      Region screen = (Region) ((ScrollPane) console.find("#screen-room")).getContent();
      shownHeight(screen);
      assertTrue(screen.getWidth() >= screen.minWidth(-1), "it is as wide as it needs to be");
      Node bar = console.find("#screen-room > .scroll-bar:horizontal");
      Node view = console.find("#screen-room > .viewport");
      assertTrue(
          bar.isVisible() || screen.getWidth() <= view.getLayoutBounds().getWidth(),
          "what does not fit can be moved into sight");
      return true;
    });
    console.shortcut(KeyCode.DIGIT0);
    console.await("all room is there again", () -> !console.isThere("#screen-room"));
  }

  @Test
  void iChooseHighContrastInTheSettings() throws Exception {
    console.shortcut(KeyCode.COMMA);
    console.await("the settings", () -> console.isThere("#theme-high-contrast"));
    console.click("#theme-high-contrast");
    assertEquals(
        Palette.HIGH_CONTRAST.ground(),
        onFx(() -> console.find("#theme-dark").getScene().getFill()));
  }

  @Test
  void theSettingsShowTheColoursThatIChoseByAKey() throws Exception {
    console.shortcut(KeyCode.COMMA);
    console.await("the settings", () -> console.isThere("#theme-dark"));
    assertTrue(onFx(() -> ((ToggleButton) console.find("#theme-dark")).isSelected()));
    console.shortcut(KeyCode.T);
    console.await("light", () -> ((ToggleButton) console.find("#theme-light")).isSelected());
    assertFalse(onFx(() -> ((ToggleButton) console.find("#theme-dark")).isSelected()));
  }

  @Test
  void atTwiceTheSizeICanReachTheButtonsOfALongCard() throws Exception {
    onFx(() -> {
      console.window().resize(1280, 800);
      console.window().wear(ThemePreference.DARK, 200);
      return true;
    });
    console.go(new Destination.Calibrations());
    console.click("#calibration-new");
    console.await(
        "it moves by a bar",
        () -> console.isThere(".shade") && console.find(".shade > .scroll-bar").isVisible());
    onFx(() -> {
      ScrollPane shade = (ScrollPane) console.find(".shade");
      shade.setVvalue(1);
      shade.layout();
      Node enter = console.find("#calibration-enter");
      assertTrue(
          enter.localToScene(enter.getLayoutBounds()).getMaxY() <= enter.getScene().getHeight());
      return true;
    });
  }

  @Test
  void atTwiceTheSizeNoButtonAboveTheWallIsCutToDots() throws Exception {
    onFx(() -> {
      console.window().resize(1280, 800);
      console.window().wear(ThemePreference.DARK, 200);
      return true;
    });
    console.await("there is little room", () -> console.isThere("#screen-room"));
    onFx(() -> {
      for (String one : List.of("#group", "#density", "#as-table", "#wall-display", "#find")) {
        Region button = (Region) console.find(one);
        assertTrue(button.getWidth() >= button.prefWidth(-1) - 1, one);
      }
      return true;
    });
  }
}
