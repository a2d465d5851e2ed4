package ai.cryox.app.trends;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.text.FuzzyMatch;
import ai.cryox.app.text.Messages;
import ai.cryox.app.theme.Fonts;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.Quantity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Asks which device's what shall be drawn. Typing finds, arrows choose, Enter adds. FX thread
/// only.
final class PenCard {
  private static final int MOST = 200;

  private final ScreenContext context;
  private final Consumer<Pen> onChoose;
  private final List<DeviceLive> devices;
  private final ObservableList<Device> found = FXCollections.observableArrayList();
  private final TextField field;
  private final ListView<Device> list = new ListView<>(found);
  private final Choice<Quantity> quantity;

  PenCard(ScreenContext context, Quantity first, Consumer<Pen> onChoose) {
    this.context = context;
    this.onChoose = onChoose;
    devices = context.session().live().latest().devices();
    Messages messages = context.messages();
    field = SearchField.of(messages, "pen-find", messages.text("find.prompt"));
    quantity =
        new Choice<>(
            "pen-quantity",
            List.of(Quantity.TEMPERATURE, Quantity.HUMIDITY, Quantity.POWER, Quantity.BATTERY),
            one -> QuantityWords.name(context.units(), one),
            _ -> field.requestFocus());
    if (first != Quantity.EFFICIENCY && first != Quantity.SIGNAL) {
      quantity.choose(first);
    }
  }

  void open() {
    Messages messages = context.messages();
    field.textProperty().addListener((_, _, text) -> filter(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setId("pen-devices");
    list.setFixedCellSize(36);
    list.setPrefHeight(36 * 8 + 2);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(placeholder());
    filter("");
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Button add = Nodes.button(messages.text("action.add"), messages.key("Enter"), this::choose);
    add.getStyleClass().add("primary");
    add.setId("pen-add");
    Card card =
        new Card(messages.text("trends.addTitle"), 640)
            .add(quantity.node())
            .add(field)
            .add(list)
            .buttons(cancel, add);
    context.frame().openCard(card.node(), field);
  }

  private Label placeholder() {
    Label note =
        Nodes.label(context.messages().text(devices.isEmpty() ? "overview.empty" : "find.nothing"));
    note.setWrapText(true);
    note.setTextAlignment(TextAlignment.CENTER);
    note.setPadding(new Insets(0, 24, 0, 24));
    return note;
  }

  private void filter(String text) {
    FuzzyMatch match = new FuzzyMatch(text);
    found.setAll(
        devices.stream()
            .map(DeviceLive::device)
            .filter(device -> matches(device, match))
            .limit(MOST)
            .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private boolean matches(Device device, FuzzyMatch match) {
    return match.means(
        device.name(),
        device.deviceId(),
        device.zone(),
        device.facilityId(),
        context.units().place(device.facilityId()));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 6));
    event.consume();
  }

  private void choose() {
    Device chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      context.frame().closeCard();
      onChoose.accept(new Pen(chosen.deviceId(), quantity.chosen()));
    }
  }

  private final class Cell extends ListCell<Device> {
    private final Font font = Fonts.regular(14);

    @Override
    protected void updateItem(Device device, boolean empty) {
      super.updateItem(device, empty);
      setFont(font);
      setText(
          empty || device == null
              ? null
              : device.name()
                  + "   "
                  + Stream.of(context.units().place(device.facilityId()), device.zone())
                      .filter(word -> !word.isBlank())
                      .collect(Collectors.joining(" · ")));
    }
  }
}
