package ai.cryox.app.rules;

import ai.cryox.app.screen.ButtonKeys;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.ParsedCondition;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteCondition;
import ai.cryox.core.routing.RouteTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The routes of messages in a list, the selected one to be changed below, and a message to try
/// them out. FX thread only.
final class RoutesForm implements RuleForm<List<Route>> {
  private static final double LIST_HEIGHT = 224;

  private final Messages messages;
  private final WordTable<Draft> table;
  private final RouteFields fields;
  private final RouteTrial trial;
  private final Label trouble = Nodes.trouble();
  private final Button add;
  private final Button remove;
  private final VBox root;
  private boolean editable = true;

  /// A line of the list: the same while what it says is typed.
  private static final class Draft {
    private Route route;

    private Draft(Route route) {
      this.route = route;
    }
  }

  RoutesForm(Messages messages, List<Route> before) {
    this.messages = messages;
    table = new WordTable<>(messages, "routes-list", "rules.routes", Nodes.empty(""));
    table.column("rules.routeName", 170, line -> line.route.name());
    table.column(
        "rules.routeState",
        60,
        line -> messages.text(line.route.enabled() ? "rules.on" : "rules.off"));
    table.column("rules.routeKind", 150, line -> messages.of("endpoint", line.route.endpoint()));
    table.column("rules.routeCondition", 320, line -> line.route.condition());
    table.setPrefHeight(LIST_HEIGHT);
    before.forEach(route -> table.getItems().add(new Draft(route)));
    fields = new RouteFields(messages, this::take);
    trial = new RouteTrial(messages, this::routes);
    add = Nodes.button(messages.text("rules.routeAdd"), "N", this::add);
    add.setId("route-add");
    remove = Nodes.button(messages.text("rules.routeRemove"), messages.key("Del"), this::remove);
    remove.setId("route-remove");
    trouble.setId("route-trouble");
    table.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> show(line));
    root = new VBox(12, table, Nodes.row(8, add, remove), fields.node(), trouble, trial.node());
    new ButtonKeys(root)
        .add(KeyCode.N, add, messages.text("rules.routeWhyAdd"))
        .add(KeyCode.DELETE, remove, messages.text("rules.routeWhyRemove"));
    table.getSelectionModel().selectFirst();
  }

  private List<Route> routes() {
    return table.getItems().stream().map(line -> line.route).toList();
  }

  private void show(@Nullable Draft line) {
    if (line != null) {
      fields.show(line.route, editable);
      remove.setDisable(!editable || line.route.isFallback());
    }
  }

  private void take(Route route) {
    Draft line = table.selected();
    if (line != null && !line.route.equals(route)) {
      line.route = route;
      table.refresh();
      check();
    }
  }

  private void check() {
    String problem = problem();
    Nodes.say(trouble, problem == null ? "" : problem);
    trial.look();
  }

  private void add() {
    Draft line = new Draft(new Route(freeName(), Endpoint.TEMPERATURE, "true", false));
    int last = Math.max(0, table.getItems().size() - 1);
    table.getItems().add(last, line);
    table.getSelectionModel().clearAndSelect(last);
    table.scrollTo(last);
    check();
    fields.focus();
  }

  private String freeName() {
    Set<String> taken = new HashSet<>();
    routes().forEach(route -> taken.add(route.name().toLowerCase(Locale.ROOT)));
    int number = 1;
    while (taken.contains("route-" + number)) {
      number++;
    }
    return "route-" + number;
  }

  private void remove() {
    Draft line = table.selected();
    if (line != null && !line.route.isFallback()) {
      int at = table.getSelectionModel().getSelectedIndex();
      table.getItems().remove(line);
      table.getSelectionModel().clearAndSelect(Math.min(at, table.getItems().size() - 1));
      table.requestFocus();
      check();
    }
  }

  /// Why these are no routes, in a sentence; `null` if they are.
  private @Nullable String problem() {
    List<Route> all = routes();
    Set<String> names = new HashSet<>();
    for (Route route : all) {
      if (!names.add(route.name().toLowerCase(Locale.ROOT))) {
        return messages.text("rules.routeTwice", route.name());
      }
      if (RouteTable.problem(List.of(named(route))) != null) {
        return messages.text("rules.routeNoName", route.name());
      }
      if (RouteCondition.parse(route.condition())
          instanceof ParsedCondition.NotUnderstood(var at, var sentence)) {
        return messages.text("rules.routeNonsense", route.name(), at, sentence);
      }
    }
    return all.size() > RouteTable.MOST_ROUTES + 1
        ? messages.text("rules.routeMost", RouteTable.MOST_ROUTES)
        : null;
  }

  /// A route whose name alone can be wrong.
  private static Route named(Route route) {
    return route.isFallback() ? route : new Route(route.name(), Endpoint.EVENTS, "true", true);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Node first() {
    return table;
  }

  @Override
  public void freeze() {
    editable = false;
    add.setDisable(true);
    show(table.selected());
  }

  @Override
  public List<Route> typed() {
    String problem = problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return RouteTable.of(routes()).routes();
  }
}
