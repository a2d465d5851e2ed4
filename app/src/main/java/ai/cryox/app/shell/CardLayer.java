package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.text.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Holds what lies above the screens for a while: one card that must be answered, and notices that
/// need no answer, with the way back beside them where there is one. FX thread only.
final class CardLayer {
  private static final Duration NOTICE_TIME = Duration.seconds(8);
  private static final Duration UNDO_TIME = Duration.seconds(20);

  private final StackPane root = new StackPane();
  private final StackPane room = new StackPane();
  private final ScrollPane shade = Nodes.sharp(new ScrollPane(room));
  private final Label words = new Label();
  private final Button undo;
  private final HBox notice;
  private final PauseTransition noticeEnd = new PauseTransition(NOTICE_TIME);
  private @Nullable Node focusBefore;
  private @Nullable Runnable wayBack;

  /// What waits to be seen, the one in sight included: few, each made by somebody's own deed.
  private final Deque<Owed> owed = new ArrayDeque<>();

  private record Owed(Node card, Node first) {}

  CardLayer(Node below, Messages messages) {
    undo = Nodes.button(messages.text("action.undo"), messages.key("Ctrl+Z"), this::takeBack);
    undo.setId("undo");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.setFocusTraversable(false);
    notice = Nodes.row(16, words, undo);
    // A card that is larger than the window is moved by bars, so that its buttons are in reach.
    shade.setFitToWidth(true);
    shade.setFitToHeight(true);
    shade.setFocusTraversable(false);
    shade.getStyleClass().add("shade");
    shade.setVisible(false);
    shade.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (room.equals(event.getTarget())) {
            close();
          }
        });
    shade.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !SearchBox.isOpen(event.getTarget())) {
            close();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && isChoice(event.getTarget())) {
            confirm();
            event.consume();
          }
        });
    notice.getStyleClass().add("notice");
    words.setId("notice");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    notice.setMaxSize(520, Region.USE_PREF_SIZE);
    noticeEnd.setOnFinished(_ -> hideNotice());
    hideNotice();
    StackPane.setAlignment(notice, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(notice, new Insets(0, 20, 48, 0));
    root.getChildren().addAll(below, notice, shade);
  }

  StackPane node() {
    return root;
  }

  boolean isOpen() {
    return shade.isVisible();
  }

  /// What Space chooses. It would take the Enter that the card's button has written on it.
  private static boolean isChoice(EventTarget target) {
    return target instanceof ToggleButton || target instanceof CheckBox;
  }

  private void confirm() {
    room.lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.isDefaultButton() && !button.isDisabled())
        .findFirst()
        .ifPresent(Button::fire);
  }

  /// Shows a card now, or when that which is open was closed.
  void owe(Node card, Node first) {
    owed.add(new Owed(card, first));
    if (!isOpen()) {
      showOwed();
    }
  }

  private void showOwed() {
    Owed next = owed.peek();
    if (next != null) {
      open(next.card(), next.first());
    }
  }

  void open(Node card, Node first) {
    if (!isOpen() && root.getScene() != null) {
      focusBefore = root.getScene().getFocusOwner();
    }
    room.getChildren().setAll(card);
    shade.setVvalue(0);
    shade.setVisible(true);
    first.requestFocus();
  }

  void close() {
    Owed next = owed.peek();
    if (next != null && room.getChildren().contains(next.card())) {
      owed.remove();
    }
    shade.setVisible(false);
    room.getChildren().clear();
    if (!owed.isEmpty()) {
      showOwed();
      return;
    }
    if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }

  void say(String sentence) {
    if (!sentence.isBlank()) {
      show(sentence, null, NOTICE_TIME);
    }
  }

  /// Says that something was done; for a while it can be taken back.
  void offerUndo(String sentence, Runnable way) {
    show(sentence, way, UNDO_TIME);
  }

  private void show(String sentence, @Nullable Runnable way, Duration time) {
    wayBack = way;
    words.setText(sentence);
    undo.setVisible(way != null);
    undo.setManaged(way != null);
    notice.setVisible(true);
    notice.setMouseTransparent(way == null);
    noticeEnd.setDuration(time);
    noticeEnd.playFromStart();
  }

  /// Says nothing more in the corner, and offers no way back.
  void hideNotice() {
    noticeEnd.stop();
    wayBack = null;
    notice.setVisible(false);
    undo.setVisible(false);
  }

  private void takeBack() {
    boolean done = undo();
    assert done : "the button is there without a way back";
  }

  /// Takes back what was done last, while that is offered.
  ///
  /// @return whether there was something
  boolean undo() {
    Runnable way = wayBack;
    if (way == null) {
      return false;
    }
    hideNotice();
    way.run();
    return true;
  }
}
