package ai.cryox.app.shell;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.PlaceName;
import ai.cryox.app.theme.Fonts;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/// Finds a device by any part of its name, id, zone or facility, and opens its page. FX thread
/// only.
final class DeviceFinder {
  private static final int MOST = 200;

  private final ScreenContext context;
  private final List<DeviceLive> devices;
  private final ObservableList<Device> found = FXCollections.observableArrayList();
  private final TextField field = new TextField();
  private final ListView<Device> list = new ListView<>(found);

  DeviceFinder(ScreenContext context) {
    this.context = context;
    this.devices = context.session().live().latest().devices();
  }

  void open() {
    var messages = context.messages();
    field.setPromptText(messages.text("find.prompt"));
    field.setAccessibleText(messages.text("find.prompt"));
    field.setId("find-field");
    field.textProperty().addListener((_, _, text) -> filter(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setFixedCellSize(36);
    list.setPrefHeight(36 * 10 + 2);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label(messages.text("find.nothing")));
    list.setOnMouseClicked(_ -> choose());
    filter("");
    Card card = new Card(messages.text("find.title"), 560).add(field).add(list);
    context.frame().openCard(card.node(), field);
  }

  private void filter(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).trim().split("\\s+");
    found.setAll(
        devices.stream()
            .map(DeviceLive::device)
            .filter(device -> matches(device, parts))
            .limit(MOST)
            .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private static boolean matches(Device device, String[] parts) {
    String all =
        (device.name()
                + ' '
                + device.deviceId()
                + ' '
                + device.zone()
                + ' '
                + device.facilityId()
                + ' '
                + PlaceName.of(device.facilityId()))
            .toLowerCase(Locale.ROOT);
    for (String part : parts) {
      if (!all.contains(part)) {
        return false;
      }
    }
    return true;
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
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 8));
    event.consume();
  }

  private void choose() {
    Device chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      context.frame().closeCard();
      context.frame().go(new Destination.OneDevice(chosen.deviceId()));
    }
  }

  private static final class Cell extends ListCell<Device> {
    private final Font font = Fonts.regular(14);

    @Override
    protected void updateItem(Device device, boolean empty) {
      super.updateItem(device, empty);
      setFont(font);
      setText(empty || device == null ? null : words(device));
    }

    private static String words(Device device) {
      String place =
          device.zone().isEmpty()
              ? PlaceName.of(device.facilityId())
              : PlaceName.of(device.facilityId()) + " · " + device.zone();
      return device.name().equals(device.deviceId())
          ? device.name() + "   " + place
          : device.name() + "   " + place + " · " + device.deviceId();
    }
  }
}
