package ai.cryox.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.time.Duration;
import java.time.Instant;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

final class IdleWatchTest {
  private Instant now = Instant.parse("2026-11-23T20:00:00Z");
  private final IdleWatch watch = new IdleWatch(() -> now, Duration.ofMinutes(15));

  private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
    return new MouseEvent(
        type,
        x,
        5,
        x,
        5,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private void pass(long minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void anUntouchedConsoleIsNoticedOnceAndThenAfterAsLongAgain() {
    pass(14);
    assertFalse(watch.isOver());
    pass(1);
    assertTrue(watch.isOver());
    assertFalse(watch.isOver());
    pass(15);
    assertTrue(watch.isOver());
  }

  @Test
  void aKeyKeepsTheSeat() {
    pass(14);
    watch.touch(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false));
    pass(14);
    assertFalse(watch.isOver());
  }

  @Test
  void aMouseThatLiesStillIsNobodyEvenIfTheToolkitTellsOfIt() {
    watch.touch(mouse(MouseEvent.MOUSE_MOVED, 5));
    pass(8);
    watch.touch(mouse(MouseEvent.MOUSE_MOVED, 5));
    pass(8);
    assertTrue(watch.isOver());
    pass(8);
    watch.touch(mouse(MouseEvent.MOUSE_MOVED, 6));
    pass(8);
    assertFalse(watch.isOver());
  }

  @Test
  void aClockThatWasSetBackAsksRatherThanNeverAsking() {
    now = now.minus(Duration.ofHours(1));
    assertTrue(watch.isOver());
  }

  @Test
  void whoOnlyAnswersAlarmsStaysForTheShift() {
    assertEquals(Duration.ZERO, IdleLimits.USUAL.of(Grants.everywhere(Role.OPERATOR)));
    assertEquals(
        Duration.ofMinutes(15),
        IdleLimits.USUAL.of(Grants.everywhere(Role.OPERATOR, Role.SUPERVISOR)));
  }
}
