package ai.cryox.app.callouts;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A few like things one under another, each with fields of its own. FX thread only.
///
/// @param <T> a thing; each change makes a new one
final class Rows<T> {
  private final Messages messages;
  private final BiFunction<T, Consumer<T>, Node> fields;
  private final Consumer<List<T>> onChange;
  private final List<Holder<T>> holders = new ArrayList<>();
  private final VBox list = new VBox(8);
  private final VBox root;

  private static final class Holder<T> {
    private T value;

    Holder(T value) {
      this.value = value;
    }
  }

  /// @param add what the button that makes one more is called
  /// @param fields makes the fields of one, which hand over what it is after each change
  Rows(
      Messages messages,
      String add,
      List<T> all,
      Supplier<T> fresh,
      Consumer<List<T>> onChange,
      BiFunction<T, Consumer<T>, Node> fields) {
    this.messages = messages;
    this.fields = fields;
    this.onChange = onChange;
    Button more =
        Nodes.button(
            add,
            "",
            () -> {
              append(fresh.get());
              tell();
            });
    all.forEach(this::append);
    root = new VBox(8, list, more);
  }

  Node node() {
    return root;
  }

  private void append(T one) {
    Holder<T> holder = new Holder<>(one);
    holders.add(holder);
    Node node =
        fields.apply(
            one,
            changed -> {
              holder.value = changed;
              tell();
            });
    HBox.setHgrow(node, Priority.ALWAYS);
    HBox row = Nodes.row(8, node);
    Button remove =
        Nodes.button(
            messages.text("action.remove"),
            "",
            () -> {
              holders.remove(holder);
              list.getChildren().remove(row);
              tell();
            });
    remove.setMinWidth(Button.USE_PREF_SIZE);
    row.getChildren().add(remove);
    list.getChildren().add(row);
  }

  private void tell() {
    onChange.accept(holders.stream().map(holder -> holder.value).toList());
  }
}
