package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a device was told last and how far it is with that, and the way to tell it something else.
/// Asks the backend when the device is opened, and when it was told or says something else. FX
/// thread only.
final class OrderLine {
  private final ScreenContext context;
  private final OrderWords words;
  private final Label line = Nodes.label("", "small");
  private final HBox root;
  private @Nullable Device shown;
  private @Nullable Known asked;
  private @Nullable DeviceOrder order;
  private int asking;

  /// What makes it worth asking again.
  private record Known(
      String deviceId, DeviceConfiguration desired, DeviceConfiguration reported) {}

  OrderLine(ScreenContext context) {
    this.context = context;
    this.words = new OrderWords(context.units());
    line.setId("order-line");
    line.setWrapText(true);
    line.setMinWidth(0);
    line.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMaxWidth(Double.MAX_VALUE);
    Button tell = Nodes.button(context.messages().text("order.tell"), "C", this::tell);
    tell.setId("order-tell");
    tell.setTooltip(new Tooltip(context.messages().text("order.whyTell")));
    tell.setMinWidth(Region.USE_PREF_SIZE);
    root = Nodes.row(8, line, tell);
  }

  Node node() {
    return root;
  }

  void show(Device device, Instant now) {
    shown = device;
    Known known = new Known(device.deviceId(), device.desired(), device.reported());
    if (!known.equals(asked)) {
      if (asked == null || !asked.deviceId().equals(known.deviceId())) {
        order = null;
      }
      asked = known;
      ask(device.deviceId());
    }
    say(order == null ? context.messages().text("order.none") : words.of(order, now));
  }

  /// Asks again when a device is shown next.
  void forget() {
    asked = null;
  }

  private void say(String text) {
    if (!Objects.equals(line.getText(), text)) {
      line.setText(text);
    }
  }

  private void ask(String deviceId) {
    int mine = ++asking;
    context
        .background()
        .call(
            () -> context.session().order(deviceId),
            found -> {
              if (mine == asking) {
                take(deviceId, found);
              }
            },
            // The banner says that the backend does not answer; the line stays as it was.
            _ -> context.pulse().beatNow());
  }

  private void take(String deviceId, Optional<DeviceOrder> found) {
    if (shown != null && shown.deviceId().equals(deviceId)) {
      order = found.orElse(null);
      context.pulse().beatNow();
    }
  }

  /// Asks what to tell it.
  void tell() {
    Device device = shown;
    if (device != null) {
      new OrderCard(context, device, () -> ask(device.deviceId())).open();
    }
  }
}
