package ai.cryox.app.screen;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// A table that is filled again and again with what the backend says now. Whoever looks at it
/// notices nothing where nothing changed: what is selected stays selected, and what stands beside
/// the list of a line that is the same is not drawn anew. FX thread only.
///
/// @param <T> a line, equal to another if it says the same
public final class Refilled<T> {
  private final TableView<T> table;
  private final Function<T, Object> id;
  private final Consumer<@Nullable T> onSelected;
  private @Nullable T shown;
  private boolean filling;

  /// @param id the same for what one line was and is now
  /// @param onSelected told what is selected when that is another line, or the line says another
  ///   thing
  public Refilled(TableView<T> table, Function<T, Object> id, Consumer<@Nullable T> onSelected) {
    this.table = table;
    this.id = id;
    this.onSelected = onSelected;
    table.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> selected());
  }

  private void selected() {
    T now = table.getSelectionModel().getSelectedItem();
    if (!filling && !Objects.equals(now, shown)) {
      shown = now;
      onSelected.accept(now);
    }
  }

  /// Shows these lines; where what was selected is gone, the first is.
  public void fill(List<T> lines) {
    T before = table.getSelectionModel().getSelectedItem();
    fill(lines, before == null ? null : id.apply(before));
  }

  /// Shows these lines, this one selected; where it is not among them, the first is.
  public void fill(List<T> lines, @Nullable Object wanted) {
    filling = true;
    if (!lines.equals(table.getItems())) {
      table.getItems().setAll(lines);
    }
    int index = lines.stream().map(id).toList().indexOf(wanted == null ? this : wanted);
    if (!lines.isEmpty() && table.getSelectionModel().getSelectedIndex() != Math.max(0, index)) {
      table.getSelectionModel().clearAndSelect(Math.max(0, index));
    }
    filling = false;
    selected();
  }
}
