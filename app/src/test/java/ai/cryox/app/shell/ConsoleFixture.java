package ai.cryox.app.shell;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.FrontDesk;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.app.start.Workshop;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window over a real backend and a real file, on a moved clock and without a display.
final class ConsoleFixture extends FridgeSite {
  private final SlowLine line = new SlowLine();
  private final Supplier<ConsoleWindow> window;

  ConsoleFixture(Path folder) throws Exception {
    this(folder, null);
  }

  /// A window that asks who sits there once there are accounts.
  static ConsoleFixture asking(Path folder, IdleLimits limits) throws Exception {
    return new ConsoleFixture(folder, limits);
  }

  private ConsoleFixture(Path folder, @Nullable IdleLimits limits) throws Exception {
    super(folder);
    Hands.startToolkit();
    if (limits == null) {
      ConsoleWindow opened = onFx(this::open);
      window = () -> opened;
    } else {
      window =
          ConsoleRun.open(
                  null,
                  new Desk(),
                  null,
                  "",
                  "Harbour store",
                  this,
                  ThemePreference.DARK,
                  null,
                  Remembered.forNow(),
                  limits)
              ::window;
    }
  }

  /// The way into this backend.
  private final class Desk implements FrontDesk {
    @Override
    public Session session() {
      return line.to(ConsoleFixture.this.session());
    }

    @Override
    public boolean hasAccounts() {
      return backend.hasAccounts();
    }

    @Override
    public Session signIn(SignIn who) {
      return line.to(backend.signIn(who));
    }

    @Override
    public Workshop workshop() {
      return new Bench();
    }
  }

  /// Sets up this backend; nothing listens to devices here.
  private static final class Bench implements Workshop {
    @Override
    public void loadSample(Session person) {
      throw new BackendException("Nothing listens to devices here.");
    }
  }

  private ConsoleWindow open() {
    ConsoleContext context =
        new ConsoleContext(
            Place.LOCAL,
            "Harbour store",
            this,
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH,
            ThemePreference.DARK,
            () -> {});
    ConsoleWindow opened = new ConsoleWindow(new Stage(), line.to(session()), context);
    opened.show();
    return opened;
  }

  /// The way from the window to the backend.
  SlowLine line() {
    return line;
  }

  @Override
  Scene scene() {
    return window().scene();
  }

  ConsoleWindow window() {
    return window.get();
  }

  /// Selects a row of a table.
  void select(String selector, int row) {
    hands.act(
        "row " + row + " of " + selector + " can be selected",
        selector,
        TableView.class,
        table -> {
          table.getSelectionModel().clearAndSelect(row);
          table.requestFocus();
        });
  }

  /// Goes to a screen when all that devices sent is stored, and waits until it has its answers, as
  /// whoever looks at it does.
  void go(Destination destination) throws Exception {
    awaitStored();
    onFx(() -> {
      window.get().go(destination);
      return true;
    });
    await("the screen has its answers", () -> !window.get().isBusy());
  }

  /// The scene of the display on the wall, or `null` while there is none. FX thread.
  @Nullable Scene wallScene() {
    return window.get().wallScene();
  }

  Node find(String selector) {
    return hands.find(selector);
  }

  boolean isThere(String selector) {
    return hands.isThere(selector);
  }

  String text(String selector) {
    return hands.text(selector);
  }

  TableView<?> table(String selector) {
    return hands.table(selector);
  }

  void click(String selector) {
    hands.click(selector);
  }

  /// Everything that a part of the window says.
  List<String> texts(String selector) {
    return hands.look(
        selector,
        node -> {
          List<String> said = new ArrayList<>();
          collect(node, said);
          return said;
        });
  }

  private static void collect(Node node, List<String> into) {
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      into.add(labeled.getText());
    }
    if (node instanceof Labeled labeled && labeled.getGraphic() != null) {
      collect(labeled.getGraphic(), into);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  void type(String selector, String text) {
    hands.type(selector, text);
  }

  /// Chooses an entry of a menu button.
  void choose(String selector, String entry) {
    hands.act(
        entry + " of " + selector + " can be chosen",
        selector,
        MenuButton.class,
        menu ->
            menu.getItems().stream()
                .filter(item -> entry.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  /// The window's title.
  String title() {
    return String.valueOf(((Stage) window.get().scene().getWindow()).getTitle());
  }

  /// Presses a key where the keyboard is.
  void press(KeyCode code) throws Exception {
    press(code, false, false);
  }

  /// Presses it together with Ctrl.
  void shortcut(KeyCode code) throws Exception {
    press(code, true, false);
  }

  /// Presses it when all answers have come, but for those that are held: a card that waits for its
  /// answer would take the key.
  void press(KeyCode code, boolean control, boolean shift) throws Exception {
    await("the answers have come", () -> line.isHeld() || !window.get().isBusy());
    onFx(() -> {
      Node owner = window.get().scene().getFocusOwner();
      Node target = owner == null ? window.get().scene().getRoot() : owner;
      Event.fireEvent(
          target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
      return true;
    });
  }

  /// Whether these words stand anywhere below a node, in cells of a table too.
  boolean says(String selector, String words) {
    return hands.look(
        selector,
        part ->
            part.lookupAll("*").stream()
                .anyMatch(node ->
                    node instanceof Labeled label
                        && String.valueOf(label.getText()).contains(words)));
  }

  void await(String what, Callable<Boolean> condition) {
    hands.await(what, condition);
  }

  static <T> T onFx(Callable<T> work) throws Exception {
    return Hands.onFx(work);
  }

  /// Closes the window between two answers: a question that is still being answered would open the
  /// files again that are deleted next.
  void close() {
    line.close();
    try {
      await(
          "the window is closed",
          () -> {
            boolean idle = !window.get().isBusy();
            if (idle) {
              window.get().close();
            }
            return idle;
          });
    } finally {
      backend.close();
    }
  }
}
