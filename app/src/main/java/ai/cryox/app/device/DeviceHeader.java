package ai.cryox.app.device;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.StateTag;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Which device it is, where it stands, its state in a word, and the ways from here. FX thread
/// only.
final class DeviceHeader {
  /// In a smaller window, px, the name matters more than a way that F2 goes as well.
  private static final double ROOM_FOR_OVERVIEW = 1_150;

  private final ScreenContext context;
  private final Label place = Nodes.label("", "muted");
  private final Tooltip placeId = new Tooltip();
  private final Label name = Nodes.label("", "page-title");
  private final Label tag = Nodes.label("", "state-tag");
  private final Button acknowledge;
  private final Button openAlarm;
  private final HBox root;
  private @Nullable StateTag tagged;

  /// What the buttons do.
  record Ways(Runnable acknowledge, Runnable openAlarm, Runnable trends, Runnable overview) {}

  /// @param width of the page, px
  DeviceHeader(ScreenContext context, ReadOnlyDoubleProperty width, Ways ways) {
    this.context = context;
    var messages = context.messages();
    name.setId("device-name");
    place.setId("device-place");
    place.setTooltip(placeId);
    tag.setId("device-tag");
    acknowledge = Nodes.button(messages.text("action.acknowledge"), "A", ways.acknowledge());
    acknowledge.setId("device-acknowledge");
    acknowledge.getStyleClass().add("primary");
    openAlarm = Nodes.button(messages.text("device.openAlarm"), "O", ways.openAlarm());
    openAlarm.setId("open-alarm");
    openAlarm.setTooltip(new Tooltip(messages.text("device.whyOpenAlarm")));
    Button trends = Nodes.button(messages.text("action.trend"), "G", ways.trends());
    trends.setId("device-trend");
    Button wall = Nodes.button(messages.text("device.onOverview"), "V", ways.overview());
    wall.setId("device-overview");
    wall.setTooltip(new Tooltip(messages.text("device.whyOnOverview")));
    wall.managedProperty().bind(width.greaterThan(ROOM_FOR_OVERVIEW));
    wall.visibleProperty().bind(wall.managedProperty());
    Button other =
        Nodes.button(
            messages.text("device.other"),
            "F4",
            () -> context.frame().go(new Destination.OneDevice(null)));
    place.setMinWidth(0);
    name.setMinWidth(Region.USE_PREF_SIZE);
    tag.setMinWidth(Region.USE_PREF_SIZE);
    for (Button button : List.of(acknowledge, openAlarm, trends, wall, other)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    root =
        Nodes.row(
            12, place, name, tag, Nodes.spacer(), acknowledge, openAlarm, trends, wall, other);
    root.setPadding(new Insets(0, 0, 12, 0));
  }

  Node node() {
    return root;
  }

  void show(DeviceLive live) {
    Device device = live.device();
    String zone = device.zone().isEmpty() ? "" : device.zone() + " › ";
    set(place, context.units().place(device.facilityId()) + " › " + zone);
    placeId.setText(device.facilityId());
    set(name, device.name());
    StateTag state = StateTag.of(live, context.messages());
    if (!state.equals(tagged)) {
      tagged = state;
      tag.setText(state.text());
      tag.getStyleClass().setAll("label", "state-tag", state.style());
      offer(tag, !state.text().isEmpty());
    }
    offer(openAlarm, !live.alarms().isEmpty());
    offer(acknowledge, live.needsAcknowledgement());
  }

  private static void offer(Node node, boolean isOffered) {
    node.setVisible(isOffered);
    node.setManaged(isOffered);
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
