package ai.cryox.app.callouts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/// Some of many: a menu that stays open while things are ticked in it. FX thread only.
///
/// @param <T> what is chosen from
final class Several<T> {
  private final MenuButton root = new MenuButton();
  private final Set<T> chosen = new LinkedHashSet<>();
  private final Function<T, String> words;
  private final String none;

  /// @param name what is asked for, for those who cannot see it
  /// @param none what choosing nothing means
  /// @param onChange told what is chosen after each change
  Several(
      String name,
      List<T> all,
      Collection<T> ticked,
      Function<T, String> words,
      String none,
      Consumer<Set<T>> onChange) {
    this.words = words;
    this.none = none;
    chosen.addAll(ticked);
    root.getStyleClass().add("flat-button");
    root.setMaxWidth(360);
    for (T one : all) {
      CheckBox box = new CheckBox(words.apply(one));
      box.setSelected(chosen.contains(one));
      box.selectedProperty()
          .addListener((_, _, on) -> {
            if (on) {
              chosen.add(one);
            } else {
              chosen.remove(one);
            }
            say(name);
            onChange.accept(Set.copyOf(chosen));
          });
      CustomMenuItem item = new CustomMenuItem(box, false);
      root.getItems().add(item);
    }
    say(name);
  }

  private void say(String name) {
    String text =
        chosen.isEmpty() ? none : chosen.stream().map(words).collect(Collectors.joining(", "));
    root.setText(text);
    root.setAccessibleText(name + ": " + text);
  }

  MenuButton node() {
    return root;
  }
}
