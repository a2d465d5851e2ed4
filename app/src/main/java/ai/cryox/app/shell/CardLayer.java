package ai.cryox.app.shell;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Holds what lies above the screens for a while: one card that must be answered, and notices that
/// need no answer. FX thread only.
final class CardLayer {
  private static final Duration NOTICE_TIME = Duration.seconds(8);

  private final StackPane root = new StackPane();
  private final StackPane shade = new StackPane();
  private final Label notice = new Label();
  private final PauseTransition noticeEnd = new PauseTransition(NOTICE_TIME);
  private @Nullable Node focusBefore;

  CardLayer(Node below) {
    shade.getStyleClass().add("shade");
    shade.setVisible(false);
    shade.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (shade.equals(event.getTarget())) {
            close();
          }
        });
    shade.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    notice.getStyleClass().add("notice");
    notice.setWrapText(true);
    notice.setMaxWidth(520);
    notice.setVisible(false);
    notice.setMouseTransparent(true);
    noticeEnd.setOnFinished(_ -> notice.setVisible(false));
    StackPane.setAlignment(notice, javafx.geometry.Pos.BOTTOM_RIGHT);
    StackPane.setMargin(notice, new javafx.geometry.Insets(0, 20, 48, 0));
    root.getChildren().addAll(below, notice, shade);
  }

  StackPane node() {
    return root;
  }

  boolean isOpen() {
    return shade.isVisible();
  }

  void open(Node card, Node first) {
    if (!isOpen() && root.getScene() != null) {
      focusBefore = root.getScene().getFocusOwner();
    }
    shade.getChildren().setAll(card);
    shade.setVisible(true);
    first.requestFocus();
  }

  void close() {
    shade.setVisible(false);
    shade.getChildren().clear();
    if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }

  void say(String sentence) {
    if (!sentence.isBlank()) {
      notice.setText(sentence);
      notice.setVisible(true);
      noticeEnd.playFromStart();
    }
  }
}
