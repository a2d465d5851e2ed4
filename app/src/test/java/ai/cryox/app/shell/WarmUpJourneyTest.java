package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Screens that are made before anybody goes there.
final class WarmUpJourneyTest {
  private static final Destination ALARMS = new Destination.Alarms(null);

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
  void whereIGoForTheFirstTimeStandsAtOnce() throws Exception {
    console.raiseAlarms();
    begin();
    console.await("all are made", () -> console.window().warmth().isDone());
    ConsoleFixture.onFx(() -> {
      assertEquals(new Destination.Overview(null), console.window().current());
      assertFalse(console.isThere("#active"), "nobody sees what is made ahead");
      console.window().go(ALARMS);
      // Not laid out yet: these were made before.
      assertFalse(console.find("#active").lookupAll(".table-row-cell").isEmpty());
      return true;
    });
  }

  @Test
  void whatIVisitWhileItIsMadeLives() throws Exception {
    begin();
    console.await("its turn has come", () -> ALARMS.equals(console.window().warmth().at()));
    ConsoleFixture.onFx(() -> {
      console.window().go(ALARMS);
      assertFalse(ALARMS.equals(console.window().warmth().at()), "it is left alone");
      return true;
    });
    console.await("the others are made", () -> console.window().warmth().isDone());
    console.raiseAlarms();
    console.await("both are listed", () -> console.table("#active").getItems().size() == 2);
  }

  @Test
  void nothingIsMadeWhileIAmAtWork() throws Exception {
    begin();
    console.shortcut(KeyCode.K);
    console.await("the finder is open", () -> console.isThere("#find-field"));
    AtomicBoolean waited = new AtomicBoolean();
    ConsoleFixture.onFx(() -> {
      PauseTransition longer = new PauseTransition(Duration.seconds(2));
      longer.setOnFinished(_ -> waited.set(true));
      longer.play();
      return longer;
    });
    console.await("it would have begun", waited::get);
    assertTrue(ConsoleFixture.onFx(() -> console.window().warmth().at() == null));
    console.press(KeyCode.ESCAPE);
    console.await("all are made", () -> console.window().warmth().isDone());
  }

  private void begin() throws Exception {
    ConsoleFixture.onFx(() -> {
      console.window().warmUp();
      return true;
    });
  }
}
