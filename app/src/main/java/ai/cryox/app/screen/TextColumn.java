package ai.cryox.app.screen;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A column of words. What has no room shows whole in a tooltip. FX thread only.
public final class TextColumn {
  private TextColumn() {}

  /// Makes one that cannot be sorted.
  ///
  /// @param <T> a line of the table
  /// @param title already in words
  /// @param width px, to begin with
  /// @param words of a line
  public static <T> TableColumn<T, String> of(
      String title, double width, Function<T, String> words) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    WholeText whole = new WholeText();
    column.setCellFactory(_ -> new WholeCell<>(whole));
    return column;
  }

  private static final class WholeCell<T> extends TableCell<T, String> {
    WholeCell(WholeText whole) {
      whole.of(this);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }
}
