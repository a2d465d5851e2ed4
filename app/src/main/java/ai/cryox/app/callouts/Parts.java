package ai.cryox.app.callouts;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of like things at the left, and a form for the one selected. FX thread only.
///
/// @param <T> a thing; each change makes a new one
final class Parts<T> {
  /// Px: three of them, and a bar to move the rest by.
  private static final double LEAST_LIST = 114;

  private final Consumer<List<T>> onChange;
  private final BiFunction<T, Consumer<T>, Node> form;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ListView<T> list = new ListView<>(items);
  private final BorderPane root = new BorderPane();
  private final BorderPane page = new BorderPane();
  private final Label none;
  private final Supplier<T> fresh;
  private boolean replacing;

  /// @param name of the list, for ids
  /// @param fresh makes one more
  /// @param words what one is called in the list
  /// @param onChange told all of them after each change
  /// @param form makes the form of one, which hands over what it is after each change
  Parts(
      Messages messages,
      String name,
      Supplier<T> fresh,
      Function<T, String> words,
      Consumer<List<T>> onChange,
      BiFunction<T, Consumer<T>, Node> form) {
    this.onChange = onChange;
    this.form = form;
    this.fresh = fresh;
    none = Nodes.label(messages.text("callouts.none." + name), "muted");
    none.setWrapText(true);
    none.setPadding(new Insets(16));
    list.setId(name);
    list.setFixedCellSize(38);
    list.setPrefWidth(250);
    list.setMinHeight(LEAST_LIST);
    list.setAccessibleText(messages.text("callouts." + name));
    list.setCellFactory(_ -> new Cell<>(words));
    list.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> open(one));
    Button add = Nodes.button(messages.text("action.add"), "N", this::add);
    add.setId(name + "-add");
    add.setTooltip(new Tooltip(messages.text("callouts.whyAdd")));
    Button remove = Nodes.button(messages.text("action.remove"), messages.key("Del"), this::remove);
    remove.setId(name + "-remove");
    remove.setTooltip(new Tooltip(messages.text("callouts.whyRemove")));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    Button up = Nodes.button("↑", "", () -> move(-1));
    up.setAccessibleText(messages.text("action.up"));
    Button down = Nodes.button("↓", "", () -> move(1));
    down.setAccessibleText(messages.text("action.down"));
    var selection = list.getSelectionModel();
    var noneSelected = selection.selectedItemProperty().isNull();
    remove.disableProperty().bind(noneSelected);
    up.disableProperty().bind(selection.selectedIndexProperty().lessThan(1));
    down.disableProperty()
        .bind(
            noneSelected.or(
                selection
                    .selectedIndexProperty()
                    .greaterThanOrEqualTo(Bindings.size(items).subtract(1))));
    VBox left = new VBox(8, list, Nodes.row(6, add, remove, up, down));
    VBox.setVgrow(list, Priority.ALWAYS);
    page.getStyleClass().add("panel");
    BorderPane.setMargin(page, new Insets(0, 0, 0, 16));
    root.setLeft(left);
    root.setCenter(page);
  }

  Node node() {
    return root;
  }

  void focus() {
    list.requestFocus();
  }

  /// Shows these; what was selected stays selected as long as it is there, otherwise it is the
  /// first.
  void show(List<T> all) {
    @Nullable T selected = list.getSelectionModel().getSelectedItem();
    int index = selected == null ? -1 : all.indexOf(selected);
    items.setAll(all);
    list.getSelectionModel().clearSelection();
    list.getSelectionModel().select(Math.max(0, index));
    if (all.isEmpty()) {
      open(null);
    }
  }

  private void open(@Nullable T one) {
    if (replacing) {
      return;
    }
    if (one == null) {
      page.setCenter(none);
      return;
    }
    page.setCenter(Nodes.scroll(new VBox(form.apply(one, this::replace))));
  }

  /// The form stays as it is: somebody is typing in it.
  private void replace(T changed) {
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      replacing = true;
      items.set(index, changed);
      list.getSelectionModel().select(index);
      replacing = false;
      onChange.accept(List.copyOf(items));
    }
  }

  /// Only in the list: in a form the same key deletes what was typed.
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      remove();
      event.consume();
    }
  }

  /// One more, selected, and the keyboard where it gets its name: what is typed next is no key of
  /// the screen.
  void add() {
    items.add(fresh.get());
    list.getSelectionModel().select(items.size() - 1);
    onChange.accept(List.copyOf(items));
    // What scrolls is in the scene once it is dressed.
    page.applyCss();
    if (page.lookup(".text-field") instanceof TextField name) {
      name.requestFocus();
      name.selectAll();
    }
  }

  private void remove() {
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      items.remove(index);
      onChange.accept(List.copyOf(items));
    }
  }

  private void move(int by) {
    int from = list.getSelectionModel().getSelectedIndex();
    int to = from + by;
    if (from < 0 || to < 0 || to >= items.size()) {
      return;
    }
    List<T> moved = new ArrayList<>(items);
    Collections.swap(moved, from, to);
    replacing = true;
    items.setAll(moved);
    list.getSelectionModel().clearAndSelect(to);
    replacing = false;
    onChange.accept(List.copyOf(items));
  }

  private static final class Cell<T> extends ListCell<T> {
    private final Function<T, String> words;

    Cell(Function<T, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : words.apply(item));
    }
  }
}
