package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.seat.RoleWords;
import ai.cryox.app.seat.Seat;
import ai.cryox.app.seat.Seats;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;

/// Who sits at this window: nothing of it happens where nobody is ever asked. FX thread only.
final class WindowSeat {
  private final ScreenContext context;
  private final @Nullable Seat seat;

  /// @param seats who sits there, or `null` where nobody is ever asked
  /// @param here this machine's clock
  WindowSeat(ScreenContext context, @Nullable Seats seats, InstantSource here) {
    this.context = context;
    this.seat = seats == null ? null : new Seat(context, seats, here);
  }

  /// What says that nobody sits here, if anybody is ever asked.
  List<Node> bar() {
    return seat == null ? List.of() : List.of(seat.bar());
  }

  /// Says whose window it is.
  Node who() {
    if (seat != null) {
      return seat.menu();
    }
    var messages = context.messages();
    return Nodes.label(
        messages.text("status.user", RoleWords.of(context.session().who(), messages)));
  }

  /// Whether somebody has signed in.
  boolean isTaken() {
    return seat != null && seat.isTaken();
  }

  /// Whether the window asks who is there.
  boolean asks() {
    return seat != null && seat.asks();
  }

  /// Somebody touched keyboard or mouse.
  void touch(InputEvent event) {
    if (seat != null) {
      seat.touch(event);
    }
  }

  /// Lets time pass.
  void show(Instant now) {
    if (seat != null) {
      seat.show(now);
    }
  }

  /// Brings the keyboard to where somebody signs in.
  void focus() {
    if (seat != null) {
      seat.focus();
    }
  }

  /// Locks what the person sees until they are back, or asks who is there.
  void leave() {
    if (seat != null) {
      seat.leave();
    }
  }

  /// Signs out, so that somebody else can sign in.
  void standUp() {
    if (seat != null) {
      seat.standUp();
    }
  }

  /// Somebody tried what cannot be done while nobody sits here.
  void refuse() {
    if (seat != null) {
      seat.refuse();
    }
  }
}
