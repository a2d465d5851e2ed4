package ai.cryox.app.start;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.Reports;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what the facility is called and which clock hangs on its wall. Only these two are changed,
/// whatever else was said of its reports. FX thread only.
final class FacilityStep {
  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<String> onSaved;
  private final Field<String> facility;
  private final TextField name = new TextField();
  private final Field<ZoneId> zone;
  private final Label state = Nodes.label("", "card-text");
  private final Label trouble = Nodes.trouble();
  private final Button save;
  private final VBox root = new VBox(12);

  /// @param onSaved told the id of the facility that now has a name
  FacilityStep(ScreenContext context, Consumer<String> onSaved) {
    this.context = context;
    this.messages = context.messages();
    this.onSaved = onSaved;
    facility =
        new Field<String>(
                messages.text("start.facility"),
                text -> ID.matcher(text.strip()).matches() ? text.strip() : null,
                messages.text("start.idHint"))
            .with("warehouse_001");
    facility.node().setId("start-facility-id");
    name.setId("start-facility-name");
    name.setPromptText(messages.text("start.facilityNameExample"));
    zone =
        new Field<ZoneId>(
                messages.text("letterhead.zone"),
                FacilityStep::zone,
                messages.text("letterhead.zoneHint"))
            .with(context.units().zone().getId());
    zone.node().setId("start-facility-zone");
    trouble.setId("start-facility-trouble");
    state.setId("start-facility-state");
    state.setText(messages.text("start.facilityText"));
    state.setWrapText(true);
    state.setMinHeight(Region.USE_PREF_SIZE);
    save = Nodes.button(messages.text("start.saveFacility"), "", this::save);
    save.setId("start-facility-save");
    Form form =
        new Form()
            .add(messages.text("start.facility"), facility.node())
            .add(messages.text("start.facilityName"), name)
            .add(messages.text("letterhead.zone"), zone.node());
    root.getChildren().setAll(state, form.node(), trouble, Nodes.row(8, Nodes.spacer(), save));
  }

  private static @Nullable ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  Node node() {
    return root;
  }

  private void save() {
    String id = facility.value();
    ZoneId clock = zone.value();
    String called = name.getText().strip();
    if (id == null || clock == null || called.isEmpty()) {
      Nodes.say(
          trouble,
          id == null
              ? facility.hint()
              : clock == null ? zone.hint() : messages.text("start.facilityUnnamed"));
      return;
    }
    save.setDisable(true);
    Nodes.say(trouble, "");
    context
        .background()
        .call(
            () -> named(context.session().reports(), id, called, clock),
            saved -> {
              save.setDisable(false);
              state.setText(
                  messages.text("start.facilitySaved", saved.facilityName(), saved.zone().getId()));
              onSaved.accept(id);
            },
            sentence -> {
              save.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  /// Keeps what else was said of it. Any thread.
  private static Letterhead named(Reports reports, String id, String called, ZoneId clock) {
    Letterhead before = reports.letterhead(id);
    return reports.saveLetterhead(
        id, new Letterhead(called, before.address(), clock, before.language(), before.logo()));
  }
}
