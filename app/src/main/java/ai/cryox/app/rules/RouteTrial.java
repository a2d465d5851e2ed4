package ai.cryox.app.rules;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Says which of the routes would take a message, as they are typed now and before they are saved.
/// FX thread only.
final class RouteTrial {
  private static final double DEVICE = 150;

  private final Messages messages;
  private final Supplier<List<Route>> routes;
  private final TextField device = new TextField();
  private final TextField properties = new TextField();
  private final Label answer = Nodes.label("", "muted");
  private final Node root;

  /// @param routes as they are typed
  RouteTrial(Messages messages, Supplier<List<Route>> routes) {
    this.messages = messages;
    this.routes = routes;
    prepare(device, "route-try-device", "rules.routeTryDevice");
    prepare(properties, "route-try-properties", "rules.routeTryProperties");
    device.setPrefWidth(DEVICE);
    HBox.setHgrow(properties, Priority.ALWAYS);
    answer.setId("route-try-answer");
    answer.setWrapText(true);
    answer.setMinHeight(Region.USE_PREF_SIZE);
    HBox line = Nodes.row(8, Nodes.label(messages.text("rules.routeTry"), "muted"), device);
    line.getChildren().add(properties);
    root = new VBox(6, line, answer);
    look();
  }

  private void prepare(TextField field, String id, String key) {
    field.setId(id);
    field.setPromptText(messages.text(key));
    field.setAccessibleText(messages.text(key));
    field.textProperty().addListener((_, _, _) -> look());
  }

  /// Looks once more: the routes may have changed.
  void look() {
    List<Route> all = routes.get();
    Map<String, String> with = properties();
    String id = device.getText().strip();
    if (id.isEmpty()) {
      answer.setText(messages.text("rules.routeTryHow"));
    } else if (with == null) {
      answer.setText(messages.text("rules.routeTryNonsense"));
    } else if (RouteTable.problem(all) != null) {
      answer.setText("");
    } else {
      answer.setText(taken(RouteTable.of(all), DeviceTopic.origin(id, null, with)));
    }
  }

  private String taken(RouteTable table, Origin origin) {
    List<Route> taking = table.matching(origin);
    return taking.isEmpty()
        ? messages.text("rules.routeTryNone")
        : messages.text(
            "rules.routeTryTaken",
            taking.stream()
                .map(route -> route.name() + " → " + messages.of("endpoint", route.endpoint()))
                .collect(Collectors.joining(", ")));
  }

  /// `null` if they make no sense.
  private @Nullable Map<String, String> properties() {
    Map<String, String> found = new TreeMap<>();
    for (String one : properties.getText().split(",", -1)) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        found.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip());
      } else if (!one.isBlank()) {
        return null;
      }
    }
    return found;
  }

  Node node() {
    return root;
  }
}
