package ai.cryox.app.gallery;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.screen.Span;
import ai.cryox.app.screen.Specimens;
import ai.cryox.app.screen.StateTag;
import ai.cryox.app.screen.TextColumn;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.app.theme.Icons;
import ai.cryox.app.theme.Shapes;
import ai.cryox.app.theme.Type;
import ai.cryox.core.live.DeviceLive;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// The controls that all screens are built from. FX thread only.
final class ControlExhibits {
  private static final double CARD = 420;
  private static final double TABLE = 520;

  private final ScreenContext context;
  private final Messages messages;
  private final List<DeviceLive> specimens;

  ControlExhibits(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    specimens = Specimens.all(context.clock().instant(), context.messages());
  }

  List<Exhibit> all() {
    return List.of(type(), icons(), tags(), buttons(), fields(), waiting(), cards(), lists());
  }

  private Exhibit type() {
    FlowPane sizes = Nodes.flow();
    for (Type size : Type.values()) {
      Label label = Nodes.label("−18.4 " + size.name().toLowerCase(Locale.ROOT));
      label.setStyle("-fx-font-size: " + size.px() + "px;");
      sizes.getChildren().add(label);
    }
    return Exhibit.of(
        "gallery.type",
        sizes,
        Nodes.flow(
            Nodes.label(messages.text("gallery.text"), "page-title"),
            Nodes.label(messages.text("gallery.text"), "panel-title"),
            Nodes.label(messages.text("gallery.text"), "muted"),
            Nodes.label(messages.text("gallery.text"), "mono")));
  }

  private Exhibit icons() {
    FlowPane icons = Nodes.flow();
    for (Icons icon : Icons.values()) {
      Label label = new Label(icon.name().toLowerCase(Locale.ROOT).replace('_', ' '), icon.node());
      label.getStyleClass().add("muted");
      label.setPrefWidth(150);
      icons.getChildren().add(label);
    }
    FlowPane shapes = Nodes.flow();
    for (Shapes shape : Shapes.values()) {
      Label label = new Label(shape.name().toLowerCase(Locale.ROOT), shape.node("sign"));
      label.getStyleClass().add("muted");
      shapes.getChildren().add(label);
    }
    return Exhibit.of("gallery.icons", icons, shapes);
  }

  private Exhibit tags() {
    FlowPane tags = Nodes.flow();
    for (DeviceLive live : specimens) {
      StateTag state = StateTag.of(live, messages);
      if (!state.text().isEmpty()) {
        tags.getChildren().add(Nodes.label(state.text(), "state-tag", state.style()));
      }
    }
    FlowPane caps = Nodes.flow();
    for (String key : List.of("F1", "Ctrl+K", "Ctrl+Shift+S", "Enter", "Del", "Esc")) {
      caps.getChildren().add(Nodes.keyCap(messages.key(key)));
    }
    return Exhibit.of("gallery.tags", tags, caps);
  }

  private Exhibit buttons() {
    Button usual = button("action.add", "N");
    Button primary = button("action.acknowledge", messages.key("Ctrl+A"));
    primary.getStyleClass().add("primary");
    Button off = button("action.remove", messages.key("Del"));
    off.setDisable(true);
    Button primaryOff = button("action.acknowledge", "");
    primaryOff.getStyleClass().add("primary");
    primaryOff.setDisable(true);
    Choice<Span> choice =
        new Choice<>(
            "gallery-span", List.of(Span.values()), one -> messages.of("span", one), _ -> {});
    return Exhibit.of(
        "gallery.buttons", Nodes.flow(usual, primary, off, primaryOff), choice.node());
  }

  private Button button(String key, String cap) {
    return Nodes.button(
        messages.text(key), cap, () -> context.frame().say(messages.text("gallery.said")));
  }

  private Exhibit fields() {
    TextField empty = new TextField();
    empty.setPromptText(messages.text("gallery.prompt"));
    TextField off = new TextField("−18.4");
    off.setDisable(true);
    CheckBox on = new CheckBox(messages.text("gallery.text"));
    on.setSelected(true);
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll(messages.text("gallery.text"), messages.text("gallery.prompt"));
    combo.getSelectionModel().selectFirst();
    TextField search = SearchField.of(messages, "gallery-search", messages.text("find.prompt"));
    search.setText(messages.text("gallery.prompt"));
    SearchBox<String> box = new SearchBox<>(messages);
    box.setId("gallery-box");
    box.getItems().addAll(specimens.stream().map(live -> live.device().name()).toList());
    box.getSelectionModel().selectFirst();
    String hint = messages.text("gallery.hint");
    Form form =
        new Form()
            .heading(messages.text("gallery.fields"))
            .add(messages.text("gallery.right"), number("−18.4", hint).node())
            .add(messages.text("gallery.wrong"), number("warm", hint).node())
            .add(messages.text("gallery.empty"), empty)
            .add(messages.text("gallery.off"), off)
            .add(messages.text("gallery.text"), on)
            .add(messages.text("gallery.text"), new CheckBox(messages.text("gallery.text")))
            .add(messages.text("gallery.text"), combo)
            .add(messages.text("find.inList"), box)
            .add(
                messages.text("gallery.empty"),
                SearchField.of(messages, "gallery-find", messages.text("find.prompt")))
            .add(messages.text("find.prompt"), search)
            .add(messages.text("gallery.text"), new DatePicker())
            .add(messages.text("gallery.text"), new TextArea(messages.text("gallery.said")));
    return Exhibit.of("gallery.fields", form.node());
  }

  private Field<Double> number(String typed, String hint) {
    return new Field<>(messages.text("gallery.fields"), Typed::number, hint).with(typed).wide(200);
  }

  private Exhibit waiting() {
    Label trouble = Nodes.trouble();
    Nodes.say(trouble, messages.text("gallery.trouble"));
    return Exhibit.of(
        "gallery.waiting",
        Nodes.flow(
            new ProgressBar(0), new ProgressBar(0.4), new ProgressBar(1), new ProgressBar(-1)),
        Nodes.empty(messages.text("excursions.none")),
        trouble);
  }

  private Exhibit cards() {
    Button confirm = button("action.acknowledge", messages.key("Enter"));
    confirm.getStyleClass().add("primary");
    Node card =
        new Card(messages.text("gallery.cards"), CARD)
            .text(messages.text("gallery.said"))
            .buttons(button("action.cancel", "Esc"), confirm)
            .node();
    FactPanel facts = new FactPanel("gallery-facts");
    facts.show(
        specimens.stream()
            .limit(3)
            .map(live -> new FactPanel.Fact(live.device().name(), live.device().zone()))
            .toList());
    return Exhibit.of("gallery.cards", card, facts.node());
  }

  private Exhibit lists() {
    Instant now = context.clock().instant();
    TableView<DeviceLive> table = new TableView<>();
    table.setId("gallery-list");
    table.setPrefHeight(TABLE);
    table.setFixedCellSize(36);
    table.getItems().setAll(specimens);
    table.getSelectionModel().select(2);
    table
        .getColumns()
        .addAll(
            List.of(
                TextColumn.of(
                    messages.text("excursions.device"), 200, live -> live.device().name()),
                TextColumn.of(
                    context.units().inZone(messages.text("excursions.start"), now),
                    160,
                    live -> context.units().timeSince(live.device().firstSeen(), now)),
                TextColumn.of(
                    messages.text("excursions.condition"),
                    260,
                    live -> StateTag.of(live, messages).text())));
    TableView<DeviceLive> none = new TableView<>();
    none.setPrefHeight(TABLE / 3);
    none.setPlaceholder(Nodes.empty(messages.text("rejected.none")));
    return Exhibit.of("gallery.lists", table, none);
  }
}
