package ai.cryox.app.rules;

import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// One route: its name, what it takes, and as what that is read. FX thread only.
final class RouteFields {
  private final Consumer<Route> onChange;
  private final TextField name = new TextField();
  private final ChoiceBox<Endpoint> endpoint = new ChoiceBox<>();
  private final TextField condition = new TextField();
  private final CheckBox on = new CheckBox();
  private final Node root;
  private boolean filling;

  /// @param onChange told each time what the route is now
  RouteFields(Messages messages, Consumer<Route> onChange) {
    this.onChange = onChange;
    name.setId("route-name");
    condition.setId("route-condition");
    condition.setPromptText("deviceId LIKE 'temp_%'");
    endpoint.setId("route-endpoint");
    endpoint.getItems().setAll(Endpoint.values());
    endpoint.setConverter(new EndpointNames(messages));
    endpoint.setAccessibleText(messages.text("rules.routeKind"));
    on.setId("route-on");
    on.setText(messages.text("rules.routeOn"));
    name.textProperty().addListener((_, _, _) -> changed());
    condition.textProperty().addListener((_, _, _) -> changed());
    endpoint.valueProperty().addListener((_, _, _) -> changed());
    on.selectedProperty().addListener((_, _, _) -> changed());
    endpoint.setMaxWidth(Double.MAX_VALUE);
    on.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(endpoint, Priority.ALWAYS);
    HBox kind = Nodes.row(16, endpoint, on);
    root =
        new Form()
            .add(messages.text("rules.routeName"), name)
            .add(messages.text("rules.routeCondition"), condition)
            .add(messages.text("rules.routeKind"), kind)
            .node();
  }

  /// Shows a route. Of the fallback route only whether it is on can be changed.
  ///
  /// @param editable whether anything can
  void show(Route route, boolean editable) {
    filling = true;
    name.setText(route.name());
    condition.setText(route.condition());
    endpoint.setValue(route.endpoint());
    on.setSelected(route.enabled());
    boolean fixed = route.isFallback() || !editable;
    name.setDisable(fixed);
    condition.setDisable(fixed);
    endpoint.setDisable(fixed);
    on.setDisable(!editable);
    filling = false;
  }

  private void changed() {
    if (!filling) {
      onChange.accept(
          new Route(
              name.getText().strip(),
              endpoint.getValue(),
              condition.getText().strip(),
              on.isSelected()));
    }
  }

  Node node() {
    return root;
  }

  void focus() {
    name.requestFocus();
    name.selectAll();
  }

  /// What endpoints are called.
  private static final class EndpointNames extends StringConverter<Endpoint> {
    private final Messages messages;

    EndpointNames(Messages messages) {
      this.messages = messages;
    }

    @Override
    public String toString(Endpoint endpoint) {
      return messages.of("endpoint", endpoint);
    }

    @Override
    public Endpoint fromString(String name) {
      throw new UnsupportedOperationException("endpoints are chosen, not typed");
    }
  }
}
