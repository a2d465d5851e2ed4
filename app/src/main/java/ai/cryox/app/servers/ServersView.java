package ai.cryox.app.servers;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The servers that were added: add one, go to one, forget one, come back home. FX thread only.
public final class ServersView implements Screen {
  private final ScreenContext context;
  private final Travel travel;
  private final Messages messages;
  private final VBox list = new VBox(8);
  private final Button add;
  private final BorderPane root = new BorderPane();

  /// A view of nothing yet.
  public ServersView(ScreenContext context, Travel travel) {
    this.context = context;
    this.travel = travel;
    this.messages = context.messages();
    add = Nodes.button(messages.text("servers.add"), "", this::add);
    add.getStyleClass().add("primary");
    add.setId("server-add");
    list.setId("servers");
    Label note = Nodes.label(messages.text("servers.note"), "muted");
    note.setWrapText(true);
    VBox content =
        new VBox(
            16,
            Nodes.tools(
                12, Nodes.label(messages.text("servers.title"), "card-title"), Nodes.spacer(), add),
            note,
            list);
    content.setPadding(new Insets(16, 20, 12, 16));
    content.setMaxWidth(920);
    root.setCenter(Nodes.scroll(content));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    fill();
  }

  @Override
  public void detach() {
    // Nothing is followed.
  }

  @Override
  public void focus() {
    // What lies in a page that scrolls is in the scene only once the page has its looks.
    root.applyCss();
    add.requestFocus();
  }

  private void fill() {
    list.getChildren().clear();
    String home = travel.home();
    if (home != null) {
      list.getChildren().add(homeRow(home));
    }
    for (Server server : travel.servers().all()) {
      list.getChildren().add(row(server));
    }
    if (travel.servers().all().isEmpty()) {
      list.getChildren().add(Nodes.label(messages.text("servers.none"), "muted"));
    }
  }

  private Node homeRow(String home) {
    Node action =
        travel.at() == null
            ? here()
            : Nodes.button(messages.text("servers.go"), "", travel::goHome);
    action.setId("server-home");
    return entry(
        messages.text("place.local").toUpperCase(Locale.ROOT),
        home,
        messages.text("servers.thisMachine"),
        action);
  }

  private Node here() {
    return Nodes.label(messages.text("servers.here"), "muted");
  }

  private Node row(Server server) {
    Server at = travel.at();
    boolean isHere = at != null && at.id().equals(server.id());
    Button go = Nodes.button(messages.text("servers.go"), "", () -> go(server));
    go.setId("server-go-" + server.id());
    Button forget = Nodes.button(messages.text("servers.remove"), "", () -> remove(server));
    forget.setId("server-remove-" + server.id());
    forget.setDisable(isHere);
    return entry(
        messages.of("place", server.place()).toUpperCase(Locale.ROOT),
        server.name(),
        server.address().toString(),
        Nodes.row(8, isHere ? here() : go, forget));
  }

  private static Node entry(String place, String name, String detail, Node actions) {
    Label title = Nodes.label(name, "panel-title");
    Label where = Nodes.label(place, "place");
    Label address = Nodes.label(detail, "muted");
    var row = Nodes.row(16, new VBox(2, where, title, address), Nodes.spacer(), actions);
    row.getStyleClass().add("panel");
    row.setPadding(new Insets(12, 16, 12, 16));
    return row;
  }

  private void add() {
    new AddServerCard(
            context,
            travel.servers(),
            server -> {
              fill();
              go(server);
            })
        .open();
  }

  private void go(Server server) {
    new SignInCard(context, travel.servers(), server, travel::visit).open();
  }

  private void remove(Server server) {
    context
        .background()
        .call(
            () -> {
              travel.servers().remove(server);
              return server;
            },
            _ -> fill(),
            context.frame()::say);
  }
}
