package ai.cryox.app.rejected;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Messages that came in and could not be used, newest first, each with its reason in a sentence
/// and its bytes. FX thread only.
public final class RejectedView implements Screen {
  private static final int PAGE = 200;
  private static final double SIDE = 380;

  private final ScreenContext context;
  private final BorderPane root = new BorderPane();
  private final WordTable<Rejection> table;
  private final Label count = Nodes.label("", "muted");
  private final Label detail = Nodes.label("", "card-text");
  private final TextArea bytes = new TextArea();
  private final RejectionWords words;
  private final Button more;
  private final LiveView follower = this::show;
  private @Nullable String nextToken;
  private long counted = -1;
  private boolean loading;

  /// A list not yet filled.
  public RejectedView(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    words = new RejectionWords(messages);
    more = Nodes.button(messages.text("action.loadMore"), "", this::loadMore);
    more.setVisible(false);
    Label reading = Nodes.empty(messages.text("screen.reading"));
    table = new WordTable<>(messages, "rejections", "nav.rejected", reading);
    table.setMinWidth(Nodes.LEAST_LIST);
    table.column("rejected.time", 120, row -> time(row));
    table.column("rejected.source", 90, Rejection::source);
    table.getColumns().forEach(column -> column.setMaxWidth(1.3 * column.getPrefWidth()));
    table.column("rejected.reason", 200, row -> messages.of("fault", row.fault().reason()));
    table.column("rejected.detail", 200, words::inShort);
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> showBytes(row));
    root.getStyleClass().add("screen");
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("nav.rejected"), "page-title"),
            count,
            Nodes.spacer(),
            more);
    bar.setPadding(new Insets(0, 0, 12, 0));
    root.setTop(bar);
    root.setCenter(table);
    root.setRight(side());
    root.getRight()
        .visibleProperty()
        .bind(table.getSelectionModel().selectedItemProperty().isNotNull());
    root.getRight().managedProperty().bind(root.getRight().visibleProperty());
  }

  private Node side() {
    bytes.setEditable(false);
    bytes.setWrapText(true);
    bytes.getStyleClass().add("mono");
    bytes.setAccessibleText(context.messages().text("rejected.bytes"));
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    VBox side =
        new VBox(
            12,
            Nodes.label(context.messages().text("rejected.why"), "panel-title"),
            detail,
            Nodes.label(context.messages().text("rejected.bytes"), "panel-title"),
            bytes);
    VBox.setVgrow(bytes, Priority.ALWAYS);
    side.getStyleClass().add("panel");
    side.setPrefWidth(SIDE);
    side.setMinWidth(SIDE);
    BorderPane.setMargin(side, new Insets(0, 0, 0, 16));
    return side;
  }

  private String time(Rejection row) {
    return context.units().timeSince(row.receivedAt(), context.clock().instant());
  }

  private void showBytes(@Nullable Rejection row) {
    if (row == null) {
      detail.setText("");
      bytes.clear();
      return;
    }
    detail.setText(words.whole(row));
    bytes.setText(RawBytes.shown(row.raw()));
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    long rejected = snapshot.vitals().rejected();
    if (rejected != counted && !loading) {
      counted = rejected;
      count.setText(context.messages().text("rejected.count", context.units().count(rejected)));
      load(null, this::showNewest);
    }
  }

  private void loadMore() {
    if (!loading) {
      load(
          nextToken,
          page -> {
            table.getItems().addAll(page.items());
            continueAt(page.continuationToken());
          });
    }
  }

  private void load(@Nullable String token, Consumer<Page<Rejection>> onPage) {
    loading = true;
    context
        .background()
        .call(
            () -> context.session().rejections(new PageRequest(PAGE, token)),
            page -> {
              loading = false;
              onPage.accept(page);
            },
            trouble -> {
              loading = false;
              context.frame().say(trouble);
            });
  }

  /// Puts what is new before what is there. Only when more came than one page holds does the list
  /// start again, because it would have a hole.
  private void showNewest(Page<Rejection> page) {
    table
        .getColumns()
        .getFirst()
        .setText(
            context
                .units()
                .inZone(context.messages().text("rejected.time"), context.clock().instant()));
    table.setPlaceholder(Nodes.empty(context.messages().text("rejected.none")));
    long newest = table.getItems().isEmpty() ? -1 : table.getItems().getFirst().id();
    List<Rejection> fresh = page.items().stream().filter(row -> row.id() > newest).toList();
    if (table.getItems().isEmpty()
        || (fresh.size() == page.items().size() && page.continuationToken() != null)) {
      table.getItems().setAll(page.items());
      continueAt(page.continuationToken());
    } else {
      table.getItems().addAll(0, fresh);
    }
    if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private void continueAt(@Nullable String token) {
    nextToken = token;
    more.setVisible(token != null);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
