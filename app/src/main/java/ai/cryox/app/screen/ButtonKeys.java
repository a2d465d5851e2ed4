package ai.cryox.app.screen;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that do what the buttons of a screen do, for bars that have no room to print them: the
/// tooltip says them. FX thread only.
public final class ButtonKeys {
  private final Map<KeyCode, ButtonBase> buttons = new EnumMap<>(KeyCode.class);

  /// @param screen within which they hold
  public ButtonKeys(Node screen) {
    screen.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Gives a button a key.
  ///
  /// @param why what it is good for, in a sentence that names the key
  public ButtonKeys add(KeyCode key, ButtonBase button, String why) {
    ButtonBase before = buttons.put(key, button);
    assert before == null : key + " is taken";
    button.setTooltip(new Tooltip(why));
    button.setAccessibleHelp(why);
    return this;
  }

  private void pressed(KeyEvent event) {
    ButtonBase button = buttons.get(event.getCode());
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    if (button == null || !plain || event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (button.isDisabled() || !button.isVisible()) {
      return;
    }
    if (button instanceof MenuButton menu) {
      menu.show();
    } else {
      button.fire();
    }
    event.consume();
  }
}
