package ai.cryox.app.start;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ProfileName;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.LiveSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Adds a sensor and shows how it connects. FX thread only.
public final class SensorStep {
  private final ScreenContext context;
  private final Messages messages;
  private final Runnable onAdded;
  private final Field<String> facility;
  private final Field<String> device;
  private final Choice<Method> method;
  private final Field<String> thumbprint;
  private final CheckBox gateway = new CheckBox();
  private final TextField zone = new TextField();
  private final TextField name = new TextField();
  private final ComboBox<StorageProfile> profile = new ComboBox<>();
  private final Label trouble = Nodes.trouble();
  private final Button add;
  private final VBox root = new VBox(12);

  /// How a sensor proves itself.
  enum Method {
    /// By tokens that are signed with a key which is shown once.
    KEYS,
    /// By a certificate that is made here.
    AUTHORITY,
    /// By a certificate that it brings with it.
    THUMBPRINT
  }

  /// A form not yet filled.
  ///
  /// @param onAdded run when one was added
  public SensorStep(ScreenContext context, Runnable onAdded) {
    this.context = context;
    this.messages = context.messages();
    this.onAdded = onAdded;
    facility = id("start.facility").with("warehouse_001");
    facility.node().setId("start-facility");
    device = id("start.device").with(firstFree());
    device.node().setId("start-device");
    zone.setId("start-zone");
    name.setId("start-name");
    profile.setId("start-profile");
    profile.setMaxWidth(Double.MAX_VALUE);
    profile.setConverter(new ProfileName());
    trouble.setId("start-trouble");
    method =
        new Choice<>(
            "start-method",
            List.of(Method.values()),
            one -> messages.of("sensormethod", one),
            _ -> ask());
    thumbprint =
        new Field<>(
            messages.text("registry.thumbprint"),
            text -> text.isBlank() ? null : text.strip(),
            messages.text("registry.thumbprintHint"));
    thumbprint.node().setId("start-thumbprint");
    thumbprint.node().getStyleClass().add("mono");
    gateway.setText(messages.text("registry.gatewayText"));
    gateway.setId("start-gateway");
    add = Nodes.button(messages.text("start.addSensor"), "", this::add);
    add.setId("start-add");
    add.getStyleClass().add("primary");
    // A sensor without a profile cannot be added: not before it is known which there are.
    add.setDisable(true);
    ask();
  }

  /// Of the ids that the seed's devices have.
  private String firstFree() {
    LiveSnapshot known = context.session().live().latest();
    int number = 1;
    while (known.device("temp_%03d".formatted(number)).isPresent()) {
      number++;
    }
    return "temp_%03d".formatted(number);
  }

  private Field<String> id(String key) {
    return new Field<>(
        messages.text(key),
        text -> FacilityStep.ID.matcher(text.strip()).matches() ? text.strip() : null,
        messages.text("start.idHint"));
  }

  private void ask() {
    Form form =
        new Form()
            .add(messages.text("start.facility"), facility.node())
            .add(messages.text("start.zone"), zone)
            .add(messages.text("start.device"), device.node())
            .add(messages.text("start.name"), name)
            .add(messages.text("start.profile"), profile)
            .add(messages.text("registry.proof"), method.node());
    if (method.chosen() == Method.THUMBPRINT) {
      form.add(messages.text("registry.thumbprint"), thumbprint.node());
    }
    form.add(messages.text("registry.gateway"), gateway);
    root.getChildren().setAll(form.node(), trouble);
  }

  /// What adds it.
  public Button addButton() {
    return add;
  }

  /// The node to show.
  public Node node() {
    return root;
  }

  /// Where the keyboard goes first.
  public Node first() {
    return device.node();
  }

  /// Says where it probably stands.
  public void at(String facilityId) {
    facility.with(facilityId);
  }

  /// Reads the profiles that can be chosen.
  public void attach() {
    context.background().call(context.session()::profiles, this::fill, context.frame()::say);
  }

  private void fill(List<StorageProfile> profiles) {
    if (profile.getItems().isEmpty()) {
      profile.getItems().setAll(profiles);
      profile.getSelectionModel().selectFirst();
      add.setDisable(false);
    }
  }

  private void add() {
    String where = facility.value();
    String id = device.value();
    StorageProfile chosen = profile.getValue();
    if (where == null || id == null || chosen == null) {
      Nodes.say(trouble, facility.hint());
      return;
    }
    Map<String, String> with = new HashMap<>();
    with.put("facilityId", where);
    with.put("deviceId", id);
    with.put("zone", zone.getText().strip());
    with.put("name", name.getText().isBlank() ? id : name.getText().strip());
    with.put("profile", chosen.id());
    with.put("method", method.chosen().name());
    with.put("gateway", String.valueOf(gateway.isSelected()));
    if (method.chosen() == Method.THUMBPRINT) {
      with.put("thumbprint", thumbprint.node().getText());
    }
    add.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () ->
                context
                    .session()
                    .deviceDesk()
                    .orElseThrow(
                        () -> new BackendException(messages.text("registry.deskElsewhere")))
                    .call("device/add", with)
                    .getFirst(),
            this::added,
            sentence -> {
              add.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private void added(Map<String, String> row) {
    if (root.getScene() == null && row.containsKey("primaryKey")) {
      // Whoever closed the card meanwhile has not seen the key.
      context.frame().say(messages.text("registry.unseen", row.getOrDefault("deviceId", "")));
    }
    root.getChildren().setAll(new ConnectionFacts(messages, row, "start.added").node());
    add.setVisible(false);
    add.setManaged(false);
    onAdded.run();
  }
}
