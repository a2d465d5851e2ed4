package ai.cryox.app.finder;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The card that finds: a field, what it may mean, and what Enter will do. By the keyboard alone.
/// FX thread only.
public final class FinderCard {
  private static final double WIDTH = 680;
  private static final double ROW = 36;
  private static final int ROWS = 11;
  private static final int REMEMBERED = 8;

  private final ScreenContext context;
  private final Supplier<List<Finding>> source;
  private final List<String> recent = new ArrayList<>();
  private final ObservableList<Finding> found = FXCollections.observableArrayList();

  /// @param commands what the window around the screens can do
  public FinderCard(ScreenContext context, Supplier<List<Command>> commands) {
    this.context = context;
    this.source = () -> new Findings(context, commands.get()).all();
  }

  /// Shows it.
  public void open() {
    var messages = context.messages();
    FindingList findings = new FindingList(source.get(), recent);
    TextField field = SearchField.of(messages, "find-field", messages.text("find.anything"));
    ListView<Finding> list = new ListView<>(found);
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * ROWS + 2);
    list.setFocusTraversable(false);
    list.setId("find-list");
    list.setCellFactory(_ -> new Row(context));
    Label nothing = Nodes.label(messages.text("find.nothing"), "muted");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.setOnMouseClicked(_ -> choose(list));
    Label enter = Nodes.label("", "muted");
    enter.setId("find-enter");
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, one) ->
            enter.setText(one == null ? "" : messages.text("find.enter", one.enter())));
    field.textProperty().addListener((_, _, text) -> show(findings.find(text), list));
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, list));
    show(findings.find(""), list);
    Label keys = Nodes.label(messages.text("find.keys"), "muted", "small");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    Card card =
        new Card(messages.text("find.title"), WIDTH)
            .add(field)
            .add(list)
            .add(Nodes.row(8, enter, Nodes.spacer(), keys));
    context.frame().openCard(card.node(), field);
  }

  private void show(List<Finding> findings, ListView<Finding> list) {
    found.setAll(findings);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void key(KeyEvent event, ListView<Finding> list) {
    var selection = list.getSelectionModel();
    switch (event.getCode()) {
      case DOWN -> selection.selectNext();
      case UP -> selection.selectPrevious();
      case PAGE_DOWN ->
          selection.select(Math.min(found.size() - 1, selection.getSelectedIndex() + ROWS));
      case PAGE_UP -> selection.select(Math.max(0, selection.getSelectedIndex() - ROWS));
      case ENTER -> choose(list);
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, selection.getSelectedIndex() - ROWS + 2));
    event.consume();
  }

  private void choose(ListView<Finding> list) {
    Finding chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      recent.remove(chosen.id());
      recent.addFirst(chosen.id());
      if (recent.size() > REMEMBERED) {
        recent.removeLast();
      }
      context.frame().closeCard();
      chosen.action().run();
    }
  }

  /// One of what was found: what it is, what tells it from others, its key.
  private static final class Row extends ListCell<Finding> {
    private final ScreenContext context;
    private final Label kind = Nodes.label("", "find-kind");
    private final Label title = Nodes.label("", "find-title");
    private final Label detail = Nodes.label("", "find-detail");
    private final Label key = Nodes.keyCap("");
    private final HBox row = Nodes.row(10, kind, title, detail, Nodes.spacer(), key);

    Row(ScreenContext context) {
      this.context = context;
      kind.setMinWidth(76);
      title.setMinWidth(Region.USE_PREF_SIZE);
      key.setMinWidth(Region.USE_PREF_SIZE);
      detail.setMinWidth(0);
      row.setMinWidth(0);
      row.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
      super.updateItem(finding, empty);
      if (finding == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      kind.setText(context.messages().of("findkind", finding.kind()));
      title.setText(finding.title());
      detail.setText(finding.detail());
      key.setText(finding.key());
      key.setVisible(!finding.key().isEmpty());
      setGraphic(row);
      setAccessibleText(kind.getText() + ", " + finding.title() + ", " + finding.detail());
    }
  }
}
