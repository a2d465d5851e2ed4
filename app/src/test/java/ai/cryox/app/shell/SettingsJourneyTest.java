package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody chooses about the console.
final class SettingsJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.shortcut(KeyCode.COMMA);
    console.await("the settings are there", () -> console.isThere("#setting-nav-callouts"));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iReadTemperaturesInFahrenheitEverywhereAtOnce() throws Exception {
    console.raiseAlarms();
    console.click("#degrees-fahrenheit");
    console.await("the bar says it", () -> console.text("#headline").endsWith("77.0\u2009°F"));
    console.press(KeyCode.F3);
    console.await("the list says it too", () -> console.says("#active", "77.0\u2009°F"));
    console.shortcut(KeyCode.COMMA);
    console.click("#degrees-celsius");
    console.await("and back", () -> console.text("#headline").endsWith("25.0\u2009°C"));
  }

  @Test
  void iReadTheConsoleInGermanAtOnceAndStayWhereIWas() throws Exception {
    console.click("#language-german");
    console.await(
        "the page is German", () -> console.says("#settings", "Was niemand quittiert hat"));
    console.await("so is the bar", () -> console.text("#sentence").equals("Keine Alarme"));
    console.click("#language-english");
    console.await("and back", () -> console.text("#sentence").equals("No alarms"));
  }

  @Test
  void iFindASettingByAWordOfItsExplanation() throws Exception {
    console.type("#settings-search", "flashes");
    console.await(
        "one part is left", () -> ((Pane) console.find("#settings")).getChildren().size() == 1);
    console.type("#settings-search", "submarine");
    console.await("nothing says that", () -> console.says("#settings", "No setting says this"));
  }

  @Test
  void iGoFromTheSettingsToWhoIsCalled() throws Exception {
    console.click("#setting-nav-callouts");
    console.await("its screen", () -> console.isThere("#people-add"));
  }

  @Test
  void whatITypeAfterAddingSomebodyIsTheirNameAndNoKey() throws Exception {
    console.go(new Destination.Callouts());
    console.press(KeyCode.N);
    console.await(
        "the keyboard is where the name goes",
        () -> console.find("#person-name").equals(console.window().scene().getFocusOwner()));
    console.press(KeyCode.D);
    assertFalse(console.window().hasCard(), "no drill begins");
  }

  @Test
  void iWatchHowSmoothTheWindowRuns() throws Exception {
    assertEquals("", ConsoleFixture.onFx(() -> console.text("#frames")));
    console.click("#setting-watch");
    console.await("the status bar counts", () -> console.text("#frames").contains("frames/s"));
  }
}
