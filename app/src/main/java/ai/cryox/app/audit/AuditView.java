package ai.cryox.app.audit;

import ai.cryox.app.screen.ButtonKeys;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who did or tried what, newest first: narrowed by time, kind, person and what it was about. FX
/// thread only.
public final class AuditView implements Screen {
  private static final int PAGE = 200;

  /// Px of the list.
  private static final double ROOM_FOR_LONG_WORDS = 900;

  /// Px of the list; in a smaller one it stands beside it only.
  private static final double ROOM_FOR_OUTCOME = 600;

  private final ScreenContext context;
  private final Messages messages;
  private final AuditWords words;
  private final AuditFilter filter;
  private final ChainLine chain;
  private final FactPanel facts = new FactPanel("audit-facts");
  private final Label placeholder = Nodes.empty("");
  private final WordTable<AuditEntry> table;
  private final Label count = Nodes.label("", "muted");
  private final Button more;
  private final BorderPane root = new BorderPane();
  private final Refilled<AuditEntry> list;
  private @Nullable AuditQuery asked;
  private @Nullable String nextToken;

  /// A list not yet filled.
  public AuditView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    words = new AuditWords(context.units(), this::nameOf);
    chain = new ChainLine(context.units());
    filter = new AuditFilter(messages, this::read);
    more = Nodes.button(messages.text("action.loadMore"), "", this::readMore);
    more.setVisible(false);
    table = new WordTable<>(messages, "audit", "nav.audit", placeholder);
    list =
        new Refilled<>(
            table, entry -> entry, row -> facts.show(row == null ? List.of() : words.facts(row)));
    root.getStyleClass().add("screen");
    root.setTop(new VBox(12, title(), chain.node(), filter.node()));
    root.setCenter(list());
    root.setRight(facts.node());
    BorderPane.setMargin(facts.node(), new Insets(12, 0, 0, 16));
    BorderPane.setMargin(table, new Insets(12, 0, 0, 0));
  }

  private void readChain() {
    context
        .background()
        .call(
            () -> context.session().ledger().map(Ledger::state),
            state -> chain.show(state.orElse(null)),
            trouble -> chain.show(null));
  }

  private Node title() {
    Button refresh = Nodes.button(messages.text("audit.refresh"), "", this::readAnew);
    Button export = Nodes.button(messages.text("audit.export"), "", this::chooseFile);
    export.setId("audit-export");
    new ButtonKeys(root)
        .add(KeyCode.R, refresh, messages.text("audit.whyRefresh"))
        .add(KeyCode.X, export, messages.text("audit.whyExport"));
    return Nodes.tools(
        12,
        Nodes.label(messages.text("nav.audit"), "page-title"),
        count,
        Nodes.spacer(),
        more,
        refresh,
        export);
  }

  private Node list() {
    table.setMinWidth(Nodes.LEAST_LIST);
    fixed("audit.when", 88, 129, entry -> words.shortly(entry, context.clock().instant()));
    fixed("audit.who", 114, 168, AuditEntry::who);
    fixed("audit.what", 180, 240, words::what);
    table.column("audit.about", 160, words::about);
    fixed("audit.outcome", 74, 106, words::outcome)
        .visibleProperty()
        .bind(table.widthProperty().greaterThan(ROOM_FOR_OUTCOME));
    TableColumn<AuditEntry, String> detail = table.column("audit.detail", 132, words::detail);
    // Beside the list it is said whole; what and about are what people look for.
    detail.visibleProperty().bind(hasRoom());
    return table;
  }

  /// As wide as usual words need, and as long ones where there is room.
  private TableColumn<AuditEntry, String> fixed(
      String key, double width, double wide, Function<AuditEntry, String> cell) {
    TableColumn<AuditEntry, String> column = table.column(key, width, cell);
    var wanted = Bindings.when(hasRoom()).then(wide).otherwise(width);
    column.minWidthProperty().bind(wanted);
    column.maxWidthProperty().bind(wanted);
    return column;
  }

  private BooleanBinding hasRoom() {
    return table.widthProperty().greaterThan(ROOM_FOR_LONG_WORDS);
  }

  private String nameOf(String deviceId) {
    return context
        .session()
        .live()
        .latest()
        .device(deviceId)
        .map(live -> live.device().name())
        .orElse(deviceId);
  }

  private void readAnew() {
    read();
    readChain();
  }

  private void read() {
    AuditQuery query = filter.query(context.clock().instant());
    asked = query;
    placeholder.setText(messages.text("audit.reading"));
    load(query, null);
  }

  private void readMore() {
    if (asked != null && nextToken != null) {
      load(asked, nextToken);
    }
  }

  private void load(AuditQuery query, @Nullable String token) {
    more.setVisible(false);
    context
        .background()
        .call(
            () -> context.session().audit(query, new PageRequest(PAGE, token)),
            page -> show(query, token, page),
            trouble -> {
              if (query.equals(asked)) {
                placeholder.setText(trouble);
                more.setVisible(token != null);
                context.frame().say(trouble);
              }
            });
  }

  private void show(AuditQuery query, @Nullable String token, Page<AuditEntry> page) {
    if (!query.equals(asked)) {
      return;
    }
    table
        .getColumns()
        .getFirst()
        .setText(context.units().inZone(messages.text("audit.when"), context.clock().instant()));
    if (token == null) {
      list.fill(page.items());
    } else {
      table.getItems().addAll(page.items());
    }
    nextToken = page.continuationToken();
    more.setVisible(nextToken != null);
    placeholder.setText(messages.text("audit.none"));
    count.setText(
        messages.text(
            nextToken == null ? "audit.count" : "audit.countMore", table.getItems().size()));
  }

  private void chooseFile() {
    Path file =
        new SaveDialog(messages.text("audit.export"), "audit-trail.csv")
            .kind("CSV", "csv")
            .ask(root.getScene().getWindow());
    if (file != null) {
      export(file);
    }
  }

  /// Writes what the list shows, all of its pages, to a file.
  void export(Path file) {
    AuditQuery query = asked == null ? filter.query(context.clock().instant()) : asked;
    new ExportCard(context, query, file).open();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    read();
    readChain();
  }

  @Override
  public void detach() {
    asked = null;
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
