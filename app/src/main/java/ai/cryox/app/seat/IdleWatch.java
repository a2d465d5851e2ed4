package ai.cryox.app.seat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;

/// Notices that nobody has touched keyboard or mouse for a while. FX thread only.
final class IdleWatch {
  private final InstantSource clock;
  private final Duration limit;
  private Instant touchedAt;
  private double x = Double.NaN;
  private double y = Double.NaN;

  /// @param clock this machine's
  /// @param limit zero = never
  IdleWatch(InstantSource clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.touchedAt = clock.instant();
  }

  /// Something came from keyboard or mouse. The toolkit also tells of a mouse that lies still while
  /// what is below it moves, and on a live screen something always does.
  void touch(InputEvent event) {
    if (!(event instanceof MouseEvent mouse) || isDeed(mouse) || isElsewhere(mouse)) {
      touchedAt = clock.instant();
    }
  }

  private static boolean isDeed(MouseEvent mouse) {
    return mouse.getEventType() == MouseEvent.MOUSE_PRESSED
        || mouse.getEventType() == MouseEvent.MOUSE_RELEASED
        || mouse.getEventType() == MouseEvent.MOUSE_DRAGGED;
  }

  private boolean isElsewhere(MouseEvent mouse) {
    boolean first = Double.isNaN(x);
    boolean moved = mouse.getScreenX() != x || mouse.getScreenY() != y;
    x = mouse.getScreenX();
    y = mouse.getScreenY();
    return moved && !first;
  }

  /// Whether nobody has been there for too long. Says so once, then waits as long again.
  boolean isOver() {
    Instant now = clock.instant();
    // A clock that was set back must not keep the seat open.
    boolean over =
        !limit.isZero() && (!now.isBefore(touchedAt.plus(limit)) || now.isBefore(touchedAt));
    if (over) {
      touchedAt = now;
    }
    return over;
  }
}
