package ai.cryox.app.seat;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Says who is signed in and as what, and lets them leave. FX thread only.
final class SeatMenu {
  private final ScreenContext context;
  private final Seats seats;
  private final Messages messages;
  private final MenuButton button = new MenuButton();

  /// @param leave locks the seat
  SeatMenu(ScreenContext context, Seats seats, Runnable leave) {
    this.context = context;
    this.seats = seats;
    messages = context.messages();
    button.setId("seat-menu");
    button.getStyleClass().add("seat-menu");
    List<MenuItem> items = new ArrayList<>();
    if (seats.isSignedIn()) {
      items.add(
          item(
              "seat-lock",
              messages.text("seat.lock") + "  (" + messages.key("Ctrl+L") + ")",
              leave));
      items.add(
          item(
              "seat-password-change",
              messages.text("seat.changeOwn"),
              () -> new PasswordCard(context).open()));
      items.add(
          item(
              "seat-out",
              messages.text("seat.out") + "  (" + messages.key("Ctrl+U") + ")",
              seats::standUp));
    }
    button.getItems().setAll(items);
    button.setDisable(items.isEmpty());
    say();
  }

  /// Says who sits there now: with the first account nobody does.
  void say() {
    button.setText(
        seats.asks()
            ? messages.text("seat.nobodyShort")
            : messages.text("status.user", RoleWords.of(context.session().who(), messages)));
  }

  private static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// The node to show.
  Node node() {
    return button;
  }
}
