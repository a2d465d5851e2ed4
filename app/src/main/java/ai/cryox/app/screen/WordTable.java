package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// A list whose lines say themselves in columns of words, in the order they come in. FX thread
/// only.
///
/// @param <T> a line
public final class WordTable<T> extends TableView<T> {
  private static final double LINE_HEIGHT = 36;

  private final Messages messages;

  /// A list without columns and lines.
  ///
  /// @param id unique in the scene
  /// @param title key of what it is a list of, said to those who cannot see it
  /// @param empty shown while there are no lines
  public WordTable(Messages messages, String id, String title, Node empty) {
    this.messages = messages;
    setId(id);
    setFixedCellSize(LINE_HEIGHT);
    setAccessibleText(messages.text(title));
    setPlaceholder(empty);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  /// Adds a column at the right.
  ///
  /// @param key of its title
  /// @param width px, to begin with
  public TableColumn<T, String> column(String key, double width, Function<T, String> words) {
    TableColumn<T, String> column = TextColumn.of(messages.text(key), width, words);
    getColumns().add(column);
    return column;
  }

  /// The line that is selected, or `null`.
  public @Nullable T selected() {
    return getSelectionModel().getSelectedItem();
  }
}
