package ai.cryox.app.device;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One device: what it measures now, its trend, its health, what it was told, what happened to it,
/// and what people wrote down about it. FX thread only.
final class DevicePage {
  private static final double SIDE = 300;

  private final ScreenContext context;
  private final DeviceWords words;
  private final BorderPane root = new BorderPane();
  private final DeviceHeader header;
  private final TemperatureGauge gauge;
  private final SmallGauges gauges;
  private final FactList now;
  private final FactList health;
  private final FactList summary;
  private final FactList configuration;
  private final TrendPanel trend;
  private final EventList events;
  private final OrderLine order;
  private final ServiceLine service;
  private final NotesPane notes;
  private final PhotoPane photo;
  private final CalibrationPane calibration;
  private final GuidancePane guidance;
  private String deviceId = "";
  private @Nullable Duration batteryLasts;
  private @Nullable DeviceLive shown;

  /// A page without a device.
  DevicePage(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    var palette = context.palette().get();
    words = new DeviceWords(context.units());
    header =
        new DeviceHeader(
            context,
            root.widthProperty(),
            new DeviceHeader.Ways(
                this::acknowledge, this::openAlarm, this::goToTrends, this::showOnOverview));
    notes = new NotesPane(context);
    photo = new PhotoPane(context);
    calibration = new CalibrationPane(context);
    guidance = new GuidancePane(context);
    gauges = new SmallGauges(context.units(), palette);
    gauge = new TemperatureGauge(context.units(), palette);
    now = new FactList(messages.text("device.now"));
    now.node().getChildren().add(1, gauge.node());
    now.node().getChildren().add(2, gauges.node());
    health = new FactList(messages.text("device.health"));
    summary = new FactList(messages.text("device.summary"));
    configuration = new FactList(messages.text("device.configuration"));
    order = new OrderLine(context);
    configuration.node().getChildren().add(order.node());
    service = new ServiceLine(context);
    health.node().getChildren().add(service.node());
    trend = new TrendPanel(context);
    events = new EventList(context, this::showAllAlarms, trend::mark);
    context
        .palette()
        .addListener((_, _, colours) -> {
          gauge.palette(colours);
          gauges.palette(colours);
        });
    root.setTop(header.node());
    root.setCenter(body());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node body() {
    VBox side = new VBox(12, now.node(), health.node(), summary.node());
    side.setMinWidth(SIDE);
    side.setPrefWidth(SIDE);
    side.setMaxWidth(SIDE);
    // In a small window what the trend shows anyway makes room for what it does not.
    summary.node().managedProperty().bind(root.heightProperty().greaterThan(720));
    summary.node().visibleProperty().bind(summary.node().managedProperty());
    Node below = halves(configuration.node(), events.node());
    HBox.setHgrow(calibration.node(), Priority.ALWAYS);
    calibration.node().setPrefWidth(100);
    VBox kept = new VBox(12, notes.node(), new HBox(12, calibration.node(), photo.node()));
    kept.setVisible(keepsNotes());
    kept.setManaged(keepsNotes());
    VBox main = new VBox(12, trend.node(), guidance.node(), below, kept);
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    HBox columns = new HBox(12, side, main);
    ScrollPane scroll = Nodes.scroll(columns);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /// Side by side, as wide as each other and as high as their words need.
  private static Node halves(Node left, Node right) {
    GridPane halves = new GridPane(12, 0);
    for (Node half : List.of(left, right)) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      halves.getColumnConstraints().add(column);
      halves.addRow(0, half);
    }
    halves.setMinWidth(0);
    return halves;
  }

  private boolean keepsNotes() {
    return context.session().features().contains(Feature.NOTEBOOK);
  }

  Node node() {
    return root;
  }

  /// Looks at another device, or at the same anew.
  void open(String wanted) {
    deviceId = wanted;
    shown = null;
    events.open(wanted);
    trend.open(wanted);
    readBattery(wanted, context.clock().instant());
  }

  /// Drops what was read, and what is being read is read in vain.
  void forget() {
    trend.forget();
    notes.forget();
    photo.forget();
    calibration.forget();
    order.forget();
  }

  /// Puts the keyboard onto the ranges of the trend.
  void focus() {
    trend.focus();
  }

  /// Shows the newest state of the device that was opened.
  void show(DeviceLive live, Instant at) {
    shown = live;
    describe(live, at);
    events.follow(live, at);
    trend.show(live, at).ifPresent(sum -> summary.show(words.summary(sum)));
  }

  private void describe(DeviceLive live, Instant at) {
    Device device = live.device();
    header.show(live);
    gauges.show(live, at);
    if (keepsNotes()) {
      notes.open(device.deviceId(), device.facilityId());
      photo.open(device.deviceId(), device.facilityId());
      calibration.open(device.deviceId());
    }
    gauge.show(live, at);
    now.show(words.now(live, at));
    health.show(words.health(live, at, batteryLasts));
    configuration.show(words.configuration(live));
    order.show(device, at);
    service.show(live, at);
    guidance.show(live);
  }

  /// How long the battery will last is told by its last month.
  private void readBattery(String id, Instant at) {
    batteryLasts = null;
    if (!context.session().features().contains(Feature.MEASUREMENTS)) {
      return;
    }
    Duration day = Duration.ofDays(1);
    context
        .background()
        .call(
            () ->
                Optional.ofNullable(
                    BatteryForecast.of(
                        context
                            .session()
                            .windows(
                                id, Quantity.BATTERY, at.minus(day.multipliedBy(30)), at, day))),
            lasting -> {
              if (id.equals(deviceId)) {
                batteryLasts = lasting.orElse(null);
              }
            },
            context.frame()::say);
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (typing || event.isShortcutDown() || event.isAltDown() || shown == null) {
      return;
    }
    switch (event.getCode()) {
      case A -> acknowledge();
      case G -> goToTrends();
      case L -> showAllAlarms();
      case O -> openAlarm();
      case V -> showOnOverview();
      case C -> order.tell();
      case P -> photo.ask();
      case T -> service.takeOut();
      case B -> service.putBack();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// All of the device's that nobody has acknowledged yet.
  private void acknowledge() {
    DeviceLive live = shown;
    if (live == null || !live.needsAcknowledgement()) {
      return;
    }
    List<String> ids =
        live.alarms().stream()
            .filter(alarm -> alarm.state().needsAcknowledgement())
            .map(Alarm::alarmId)
            .toList();
    context
        .background()
        .call(
            () -> context.session().alarmActions().acknowledge(ids, ""),
            done -> context.frame().say(context.messages().text("device.seen", done.size())),
            context.frame()::say);
  }

  private void openAlarm() {
    DeviceLive live = shown;
    if (live != null && !live.alarms().isEmpty()) {
      context.frame().go(new Destination.Alarms(live.alarms().getFirst().alarmId()));
    }
  }

  private void goToTrends() {
    context.frame().go(new Destination.Trends(deviceId, null, null));
  }

  private void showAllAlarms() {
    context.frame().go(new Destination.Alarms(null, new Destination.AlarmsOf(deviceId, null)));
  }

  private void showOnOverview() {
    context.frame().go(new Destination.Overview(deviceId));
  }
}
