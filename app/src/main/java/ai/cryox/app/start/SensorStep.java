package ai.cryox.app.start;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.people.Action;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The step that adds the first sensor and shows how it connects. FX thread only.
final class SensorStep {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final ScreenContext context;
  private final Messages messages;
  private final Workshop workshop;
  private final Field<String> facility;
  private final Field<String> device;
  private final TextField zone = new TextField();
  private final TextField name = new TextField();
  private final ComboBox<StorageProfile> profile = new ComboBox<>();
  private final Label trouble = Nodes.trouble();
  private final Button add;
  private final VBox root = new VBox(12);

  SensorStep(ScreenContext context, Workshop workshop) {
    this.context = context;
    this.messages = context.messages();
    this.workshop = workshop;
    facility = id("start.facility").with("warehouse_001");
    facility.node().setId("start-facility");
    device = id("start.device").with("temp_001");
    device.node().setId("start-device");
    zone.setId("start-zone");
    name.setId("start-name");
    profile.setId("start-profile");
    profile.setMaxWidth(Double.MAX_VALUE);
    profile.setConverter(new ProfileName());
    trouble.setId("start-trouble");
    add = Nodes.button(messages.text("start.addSensor"), "", this::add);
    add.setId("start-add");
    add.getStyleClass().add("primary");
    // A sensor without a profile cannot be added: not before it is known which there are.
    add.setDisable(true);
    ask();
  }

  private Field<String> id(String key) {
    return new Field<>(
        messages.text(key),
        text -> ID.matcher(text.strip()).matches() ? text.strip() : null,
        messages.text("start.idHint"));
  }

  private void ask() {
    Form form =
        new Form()
            .add(messages.text("start.facility"), facility.node())
            .add(messages.text("start.zone"), zone)
            .add(messages.text("start.device"), device.node())
            .add(messages.text("start.name"), name)
            .add(messages.text("start.profile"), profile);
    root.getChildren().setAll(form.node(), trouble, Nodes.row(8, Nodes.spacer(), add));
  }

  Node node() {
    return root;
  }

  /// Reads the profiles that can be chosen.
  void attach() {
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
    String called = name.getText().isBlank() ? id : name.getText().strip();
    Workshop.NewSensor sensor =
        new Workshop.NewSensor(id, where, zone.getText().strip(), called, chosen.id());
    add.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> {
              context.session().who().require(Action.REGISTER_DEVICE, where);
              return workshop.add(sensor, context.session().userName());
            },
            this::added,
            sentence -> {
              add.setDisable(false);
              Nodes.say(trouble, sentence);
            });
  }

  private void added(Map<String, String> row) {
    root.getChildren().setAll(new ConnectionFacts(messages, workshop.plainPort(), row).node());
  }

  private static final class ProfileName extends StringConverter<StorageProfile> {
    @Override
    public String toString(@Nullable StorageProfile profile) {
      return profile == null ? "" : profile.name();
    }

    @Override
    public @Nullable StorageProfile fromString(String words) {
      return null;
    }
  }
}
