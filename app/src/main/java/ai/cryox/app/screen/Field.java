package ai.cryox.app.screen;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A field for something that is more than text. While what stands in it makes no sense it says so
/// and has no value. FX thread only.
///
/// @param <T> what it holds
public final class Field<T> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField node = new TextField();
  private final Function<String, @Nullable T> read;
  private final Tooltip why;
  private @Nullable T value;

  /// @param name what is asked for, for those who cannot see it
  /// @param read gives `null` for what makes no sense
  /// @param hint said while it makes no sense: what would
  public Field(String name, Function<String, @Nullable T> read, String hint) {
    this.read = read;
    this.why = new Tooltip(hint);
    node.setAccessibleText(name);
    node.setAccessibleHelp(hint);
    node.textProperty().addListener((_, _, text) -> take(text));
  }

  private void take(String text) {
    value = read.apply(text);
    boolean wrong = value == null;
    node.pseudoClassStateChanged(WRONG, wrong);
    node.setTooltip(wrong ? why : null);
  }

  /// Puts something in.
  public Field<T> with(String text) {
    node.setText(text);
    take(text);
    return this;
  }

  /// Takes so much room, px.
  public Field<T> wide(double width) {
    node.setPrefWidth(width);
    node.setMinWidth(width);
    return this;
  }

  /// Tells somebody each time that it changes.
  public Field<T> onChange(Consumer<@Nullable T> listener) {
    node.textProperty().addListener((_, _, _) -> listener.accept(value));
    return this;
  }

  /// What it holds; `null` if that makes no sense.
  public @Nullable T value() {
    return value;
  }

  /// What would make sense.
  public String hint() {
    return why.getText();
  }

  /// The node to show.
  public TextField node() {
    return node;
  }
}
