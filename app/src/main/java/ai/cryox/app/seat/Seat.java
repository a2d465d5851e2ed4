package ai.cryox.app.seat;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.Standing.State;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;

/// The seat at a console where people are asked who they are: the bar that asks, the menu that says
/// who sits there, and the lock for whoever has left. FX thread only.
public final class Seat {
  private final ScreenContext context;
  private final Seats seats;
  private final SeatBar bar;
  private final SeatMenu menu;
  private final IdleWatch idle;

  /// @param here this machine's clock
  public Seat(ScreenContext context, Seats seats, InstantSource here) {
    this.context = context;
    this.seats = seats;
    bar = new SeatBar(context, seats);
    menu = new SeatMenu(context, seats, this::leave);
    idle = new IdleWatch(here, seats.idleLimit());
  }

  /// Where somebody is asked, as broad as the window.
  public Node bar() {
    return bar.node();
  }

  /// Who sits here, in a few words.
  public Node menu() {
    return menu.node();
  }

  /// Whether somebody has said who they are.
  public boolean isTaken() {
    return seats.isSignedIn();
  }

  /// Whether nobody has said who they are although somebody must.
  public boolean asks() {
    return seats.asks();
  }

  /// Somebody touched keyboard or mouse.
  public void touch(InputEvent event) {
    idle.touch(event);
  }

  /// Looks whether somebody has left or must be asked; at each beat.
  public void show(Instant now) {
    Session session = context.session();
    boolean mustComeBack = session.standing().state() == State.SIGNED_OUT || idle.isOver();
    if (mustComeBack && seats.isSignedIn() && !session.isLocked()) {
      seats.lock();
    }
    bar.show(now);
    menu.say();
  }

  /// Locks what the person sees until they are back, or asks who is there.
  public void leave() {
    if (!seats.lock()) {
      bar.focus();
    }
    context.pulse().beatNow();
  }

  /// Signs out, so that somebody else can sign in.
  public void standUp() {
    if (seats.isSignedIn()) {
      seats.standUp();
    }
  }

  /// Somebody tried what cannot be done while nobody sits here.
  public void refuse() {
    if (bar.refuse()) {
      context.frame().closeCard();
      bar.focus();
    }
  }

  /// Puts the keyboard where something must be typed, if anything must.
  public void focus() {
    bar.focus();
  }
}
