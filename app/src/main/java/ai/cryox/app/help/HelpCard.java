package ai.cryox.app.help;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The keys and the pages of help, with a search over all of them. FX thread only.
public final class HelpCard {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 460;
  private static final double LIST_WIDTH = 280;
  private static final String KEYS = "keys";

  private final ScreenContext context;
  private final HelpBook book;
  private final ObservableList<HelpBook.Topic> shown = FXCollections.observableArrayList();
  private final VBox page = new VBox(10);
  private final ScrollPane scroll = Nodes.scroll(page);
  private String screenTitle = "";
  private String screenKeys = "";
  private String screenPage = "";

  public HelpCard(ScreenContext context) {
    this.context = context;
    this.book = HelpBook.in(context.messages().locale());
  }

  /// The same, knowing which screen asks.
  ///
  /// @param title of the screen
  /// @param keys its own, a line each; may be empty
  /// @param page the one about it, which is offered before the others; may be empty
  public HelpCard on(String title, String keys, String page) {
    screenTitle = title;
    screenKeys = keys;
    screenPage = page;
    return this;
  }

  /// Shows the keys.
  public void open() {
    open(KEYS);
  }

  /// Shows a page.
  public void open(String name) {
    var messages = context.messages();
    TextField search = SearchField.of(messages, "help-search", messages.text("help.search"));
    ListView<HelpBook.Topic> list = new ListView<>(shown);
    list.setId("help-topics");
    list.setFixedCellSize(36);
    list.setCellFactory(_ -> new Cell());
    list.setFocusTraversable(false);
    list.setPlaceholder(Nodes.label(messages.text("help.nothing"), "muted"));
    list.getSelectionModel().selectedItemProperty().addListener((_, _, topic) -> show(topic));
    search.textProperty().addListener((_, _, words) -> find(list, words));
    search.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, list));
    find(list, "");
    shown.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    VBox left = new VBox(8, search, list);
    left.setMinWidth(LIST_WIDTH);
    left.setPrefWidth(LIST_WIDTH);
    VBox.setVgrow(list, Priority.ALWAYS);
    scroll.setId("help-page");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox both = new HBox(20, left, scroll);
    both.setPrefHeight(HEIGHT);
    Button close = Nodes.button(messages.text("action.close"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("help.title"), WIDTH).add(both).buttons(close).node(), search);
  }

  private void find(ListView<HelpBook.Topic> list, String words) {
    HelpBook.Topic keys = keys();
    shown.setAll(
        Stream.concat(Stream.of(keys), book.startingWith(screenPage).stream())
            .filter(topic -> topic.says(words))
            .toList());
    list.getSelectionModel().selectFirst();
  }

  private HelpBook.Topic keys() {
    String all = context.messages().text("keys.list");
    return new HelpBook.Topic(
        KEYS,
        context.messages().text("keys.title"),
        (screenKeys + "\n" + all).lines().filter(line -> !line.isBlank()).toList());
  }

  private static void key(KeyEvent event, ListView<HelpBook.Topic> list) {
    if (event.getCode() == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else {
      return;
    }
    event.consume();
  }

  private void show(HelpBook.@Nullable Topic topic) {
    page.getChildren().clear();
    scroll.setVvalue(0);
    if (topic == null) {
      return;
    }
    if (topic.name().equals(KEYS)) {
      showKeys();
      return;
    }
    page.getChildren().add(Nodes.label(topic.title(), "page-title"));
    topic.paragraphs().forEach(paragraph -> page.getChildren().add(paragraph(paragraph)));
  }

  private void showKeys() {
    if (!screenKeys.isBlank()) {
      page.getChildren().addAll(Nodes.label(screenTitle, "page-title"), KeyList.of(screenKeys));
    }
    page.getChildren()
        .addAll(
            Nodes.label(context.messages().text("keys.everywhere"), "page-title"),
            KeyList.of(context.messages().text("keys.list")));
  }

  private static Node paragraph(String text) {
    boolean listed = text.startsWith("- ");
    Label words = Nodes.label(listed ? text.substring(2) : text, "card-text");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    if (!listed) {
      return words;
    }
    HBox row = new HBox(8, Nodes.label("•", "muted"), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    return row;
  }

  private static final class Cell extends ListCell<HelpBook.Topic> {
    @Override
    protected void updateItem(HelpBook.@Nullable Topic topic, boolean empty) {
      super.updateItem(topic, empty);
      setText(topic == null || empty ? null : topic.title());
    }
  }
}
