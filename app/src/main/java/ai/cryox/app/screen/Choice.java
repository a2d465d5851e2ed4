package ai.cryox.app.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One of a few, side by side as buttons of which exactly one is down. FX thread only.
///
/// @param <T> what is chosen
public final class Choice<T> {
  private final ToggleGroup group = new ToggleGroup();
  private final List<T> choices;
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final HBox root = Nodes.row(8);
  private @Nullable T chosen;

  /// @param name beginning of the buttons' ids
  /// @param choices at least one, the first of which is chosen
  /// @param words what each is called
  /// @param onChoose told when another is chosen
  public Choice(String name, List<T> choices, Function<T, String> words, Consumer<T> onChoose) {
    this.choices = List.copyOf(choices);
    this.chosen = choices.getFirst();
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(words.apply(choice));
      button.getStyleClass().add("flat-button");
      button.setId(name + "-" + id(choice));
      button.setToggleGroup(group);
      button.setAccessibleText(button.getText());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> {
        button.setSelected(true);
        if (!choice.equals(chosen)) {
          chosen = choice;
          onChoose.accept(choice);
        }
      });
      buttons.add(button);
    }
    root.getChildren().addAll(buttons);
    root.setMinWidth(Region.USE_PREF_SIZE);
    buttons.getFirst().setSelected(true);
  }

  private static String id(Object choice) {
    return String.valueOf(choice).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is chosen; the first while none is.
  public T chosen() {
    T now = chosen;
    return now == null ? choices.getFirst() : now;
  }

  /// Chooses without telling anybody.
  public void choose(T choice) {
    chosen = choice;
    buttons.get(choices.indexOf(choice)).setSelected(true);
  }

  /// Chooses none of them without telling anybody: something else holds.
  public void chooseNone() {
    chosen = null;
    group.selectToggle(null);
  }

  /// Puts the keyboard on what is chosen.
  public void focus() {
    buttons.get(choices.indexOf(chosen())).requestFocus();
  }

  /// The node to show.
  public Node node() {
    return root;
  }
}
