package ai.cryox.app.trends;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.notebook.PenGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The person's own groups of curves: look at one, save what is shown under a name, take one away.
/// All are stored as one list, so nothing is changed before it is known, nor while it is being
/// stored. FX thread only.
final class GroupsCard {
  private static final double WIDTH = 560;

  private final ScreenContext context;
  private final Messages messages;
  private final List<Pen> shown;
  private final Consumer<List<Pen>> onChoose;
  private final ObservableList<PenGroup> groups = FXCollections.observableArrayList();
  private final ListView<PenGroup> list = new ListView<>(groups);
  private final TextField name = new TextField();
  private final Label trouble = Nodes.trouble();
  private final Label placeholder = Nodes.label("", "muted");
  private final Button save;
  private boolean ready;

  /// @param shown what could be saved
  /// @param onChoose told which curves to show
  GroupsCard(ScreenContext context, List<Pen> shown, Consumer<List<Pen>> onChoose) {
    this.context = context;
    this.messages = context.messages();
    this.shown = List.copyOf(shown);
    this.onChoose = onChoose;
    save = Nodes.button(messages.text("trends.groupSave"), "", this::save);
  }

  void open() {
    list.setId("groups");
    list.setFixedCellSize(36);
    list.setPrefHeight(36 * 7 + 2);
    list.setPlaceholder(placeholder);
    placeholder.setText(messages.text("trends.reading"));
    list.setCellFactory(_ -> new Cell());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        choose();
      }
    });
    name.setId("group-name");
    name.setPromptText(messages.text("trends.groupName"));
    name.setAccessibleText(messages.text("trends.groupName"));
    name.setOnAction(_ -> save());
    HBox.setHgrow(name, Priority.ALWAYS);
    save.setId("group-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    ready(false);
    Button remove = Nodes.button(messages.text("action.remove"), messages.key("Del"), this::remove);
    remove.setId("group-remove");
    Button close = Nodes.button(messages.text("action.close"), "Esc", context.frame()::closeCard);
    Button show =
        Nodes.button(messages.text("trends.groupShow"), messages.key("Enter"), this::choose);
    show.getStyleClass().add("primary");
    show.setId("group-show");
    for (Button button : List.of(show, remove)) {
      button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    }
    Card card =
        new Card(messages.text("trends.groups"), WIDTH)
            .add(list)
            .add(Nodes.row(8, name, save))
            .add(trouble)
            .buttons(remove, close, show);
    context.frame().openCard(card.node(), list);
    read();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      choose();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      remove();
      event.consume();
    }
  }

  private void read() {
    context
        .background()
        .call(
            () -> context.session().notebook().penGroups(),
            this::show,
            sentence -> {
              placeholder.setText(sentence);
              Nodes.say(trouble, sentence);
            });
  }

  private void ready(boolean now) {
    ready = now;
    save.setDisable(!now || shown.isEmpty());
  }

  private void show(List<PenGroup> found) {
    PenGroup before = selected();
    groups.setAll(found);
    placeholder.setText(messages.text("trends.noGroups"));
    list.getSelectionModel()
        .clearAndSelect(before == null ? 0 : Math.max(0, found.indexOf(before)));
    ready(true);
  }

  private @Nullable PenGroup selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void choose() {
    PenGroup group = selected();
    if (group != null) {
      context.frame().closeCard();
      onChoose.accept(
          group.pens().stream().map(pen -> new Pen(pen.deviceId(), pen.quantity())).toList());
    }
  }

  /// A group of that name is replaced.
  private void save() {
    if (!ready) {
      return;
    }
    String wanted = name.getText().strip();
    if (wanted.isEmpty() || shown.isEmpty()) {
      Nodes.say(trouble, messages.text(shown.isEmpty() ? "trends.empty" : "trends.groupNeedsName"));
      return;
    }
    List<PenGroup> all = new ArrayList<>(groups);
    all.removeIf(group -> group.name().equals(wanted));
    all.add(
        new PenGroup(
            wanted,
            shown.stream().map(pen -> new PenGroup.Pen(pen.deviceId(), pen.quantity())).toList()));
    store(all);
  }

  private void remove() {
    PenGroup group = selected();
    if (group != null && ready) {
      store(groups.stream().filter(one -> !one.equals(group)).toList());
    }
  }

  private void store(List<PenGroup> all) {
    List<PenGroup> kept = List.copyOf(all);
    String named = name.getText();
    ready(false);
    context
        .background()
        .call(
            () -> {
              context.session().notebook().savePenGroups(kept);
              return kept;
            },
            saved -> {
              if (named.equals(name.getText())) {
                name.clear();
              }
              Nodes.say(trouble, "");
              show(saved);
            },
            sentence -> {
              ready(true);
              context.frame().refuse(trouble, sentence);
            });
  }

  private final class Cell extends ListCell<PenGroup> {
    @Override
    protected void updateItem(PenGroup group, boolean empty) {
      super.updateItem(group, empty);
      setText(
          empty || group == null
              ? null
              : messages.text("trends.groupOf", group.name(), group.pens().size()));
    }
  }
}
