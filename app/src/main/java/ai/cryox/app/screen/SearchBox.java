package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// A box to choose one of up to a thousand from: typing opens it and narrows its list to what has
/// all the words, Enter takes the first or the marked one, Esc takes back. Both keys end there and
/// never reach the card around it. FX thread only.
///
/// @param <T> what is chosen; its converter makes the words that are looked through
public final class SearchBox<T> extends SearchableComboBox<T> {
  private final Messages messages;
  private @Nullable T before;

  /// An empty one; give it an id before it is shown.
  public SearchBox(Messages messages) {
    this.messages = messages;
    showingProperty().addListener((_, _, shows) -> keepValue(shows));
  }

  /// While one types, what is chosen goes as soon as its words do not fit: it comes back unless
  /// another is taken.
  private void keepValue(boolean shows) {
    T chosen = getValue();
    if (shows) {
      before = chosen;
    } else if (chosen == null && before != null) {
      setValue(before);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    // Its parts have the same ids in every box; a scene has each id once.
    for (Node part : List.copyOf(getChildrenUnmodifiable())) {
      if (part instanceof CustomTextField field) {
        SearchField.dress(field, messages, getId() + "-search", messages.text("find.inList"));
        field.addEventHandler(KeyEvent.KEY_PRESSED, SearchBox::keep);
      } else if (part instanceof ComboBox<?> list) {
        list.setId(getId() + "-list");
      }
    }
    return skin;
  }

  /// Whether a key that goes there goes to the open list of such a box, which Esc closes.
  public static boolean isOpen(EventTarget target) {
    return target instanceof Node node && node.getParent() instanceof SearchBox<?>;
  }

  private static void keep(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
      event.consume();
    }
  }
}
