package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Screens to which people come back all the time.
final class AtHandJourneyTest {
  private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");

  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.raiseAlarms();
    console.go(new Destination.Alarms(null));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void theAlarmListThatILeftHasNeitherEyesNorKeys() throws Exception {
    TableView<?> list = console.table("#active");
    console.await("both are listed", () -> list.getItems().size() == 2);
    console.press(KeyCode.F2);
    console.await("I see the overview", () -> console.isThere("#wall"));
    ConsoleFixture.onFx(() -> {
      assertNotNull(list.getScene(), "it need not be dressed again");
      assertFalse(isSeen(list));
      assertFalse(hasKeyboard(list));
      return true;
    });
    console.press(KeyCode.F3);
    console.await("I see it again", () -> isSeen(list) && hasKeyboard(list));
  }

  @Test
  void itShowsWhatIDidMeanwhile() throws Exception {
    console.await("both wait for me", () -> waiting() == 2);
    console.press(KeyCode.F2);
    console.await("I see the overview", () -> console.isThere("#wall"));
    console.shortcut(KeyCode.A);
    console.await("the bar counts one less", () -> !console.window().isBusy());
    console.press(KeyCode.F3);
    console.await("one waits for me", () -> waiting() == 1);
  }

  @Test
  void anotherThemeDressesWhatISeeFirst() throws Exception {
    TableView<?> list = console.table("#active");
    console.press(KeyCode.F2);
    console.await("I see the overview", () -> console.isThere("#wall"));
    console.shortcut(KeyCode.T);
    console.await("the list is left out", () -> list.getScene() == null);
    console.press(KeyCode.F3);
    console.await("it is there again", () -> isSeen(list) && hasKeyboard(list));
  }

  private long waiting() {
    return console.find("#active").lookupAll(".table-row-cell").stream()
        .filter(row -> row.getPseudoClassStates().contains(UNSEEN))
        .count();
  }

  private static boolean isSeen(Node node) {
    Node at = node;
    while (at != null && at.isVisible()) {
      at = at.getParent();
    }
    return at == null;
  }

  private static boolean hasKeyboard(Node node) {
    Node at = node.getScene().getFocusOwner();
    while (at != null && !at.equals(node)) {
      at = at.getParent();
    }
    return at != null;
  }
}
