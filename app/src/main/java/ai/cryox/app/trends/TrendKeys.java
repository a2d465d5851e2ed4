package ai.cryox.app.trends;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Trends by keys: everything that a mouse can do. FX thread only.
final class TrendKeys {
  private static final double ZOOM = 1.5;
  private static final double STEP = 0.1;
  private static final double PAGE = 0.5;
  private static final int FAST = 20;

  private final TrendsView view;

  TrendKeys(TrendsView view) {
    this.view = view;
  }

  void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isAltDown()) {
      return;
    }
    boolean done =
        event.isShortcutDown()
            ? shortcut(event.getCode())
            : digit(event.getCode()) || letter(event.getCode()) || onPlot(event);
    if (done) {
      event.consume();
    }
  }

  private boolean shortcut(KeyCode code) {
    switch (code) {
      case C -> view.export().copyPicture();
      case LEFT -> view.moveCursor(-FAST);
      case RIGHT -> view.moveCursor(FAST);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean digit(KeyCode code) {
    for (TrendSpan span : TrendSpan.values()) {
      String key = String.valueOf(span.key());
      if (code.isDigitKey() && code.getName().endsWith(key)) {
        view.lookBack(span);
        return true;
      }
    }
    return false;
  }

  private boolean letter(KeyCode code) {
    switch (code) {
      case P -> view.pens().add();
      case S -> view.pens().showGroups();
      case DELETE -> view.pens().remove();
      case L -> view.toggleLive();
      case D -> view.askDay();
      case Y -> view.compare(view.model().comparedDays() == 0 ? 1 : 0);
      case I -> view.export().savePicture();
      case X -> view.export().saveNumbers();
      case PLUS, ADD, EQUALS -> view.zoom(1 / ZOOM, view.cursorShare());
      case MINUS, SUBTRACT -> view.zoom(ZOOM, view.cursorShare());
      case PAGE_UP -> view.pan(-PAGE);
      case PAGE_DOWN -> view.pan(PAGE);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Arrows elsewhere go from one control to the next.
  private boolean onPlot(KeyEvent event) {
    if (!view.isOnPlot()) {
      return false;
    }
    boolean pan = event.isShiftDown();
    switch (event.getCode()) {
      case LEFT -> move(pan, -1);
      case RIGHT -> move(pan, 1);
      case UP -> view.pens().chooseNext(-1);
      case DOWN -> view.pens().chooseNext(1);
      case HOME -> view.moveCursor(Integer.MIN_VALUE / 4);
      case END -> view.moveCursor(Integer.MAX_VALUE / 4);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(boolean pan, int direction) {
    if (pan) {
      view.pan(direction * STEP);
    } else {
      view.moveCursor(direction);
    }
  }
}
