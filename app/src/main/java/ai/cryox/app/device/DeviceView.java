package ai.cryox.app.device;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.StateTag;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything about one device; without one, a list to choose from. FX thread only.
public final class DeviceView implements Screen {
  private static final double SIDE = 300;

  private final ScreenContext context;
  private final DeviceModel model = new DeviceModel();
  private final DeviceWords words;
  private final StackPane root = new StackPane();
  private final BorderPane page = new BorderPane();
  private final DeviceChooser chooser;
  private final Label place = Nodes.label("", "muted");
  private final Tooltip placeId = new Tooltip();
  private final Label name = Nodes.label("", "page-title");
  private final Label tag = Nodes.label("", "state-tag");
  private final Button openAlarm;
  private final Button acknowledge;
  private final NotesPane notes;
  private final PhotoPane photo;
  private final CalibrationPane calibration;
  private final SmallGauges gauges;
  private final TemperatureGauge gauge;
  private final FactList now;
  private final FactList health;
  private final FactList summary;
  private final FactList configuration;
  private final OrderLine order;
  private final EventList events;
  private final TrendPane trend;
  private final ToggleGroup ranges = new ToggleGroup();
  private final Label trendTitle = Nodes.label("", "panel-title");
  private final LiveView follower = this::show;
  private List<Alarm> alarms = List.of();
  private List<Alarm> activeWhenRead = List.of();
  private boolean eventsWanted = true;
  private int readingEvents;
  private boolean summaryDue = true;
  private @Nullable Duration batteryLasts;
  private @Nullable StorageProfile drawnLimits;
  private @Nullable DeviceLive shown;
  private @Nullable StateTag tagged;

  /// A page without a device.
  public DeviceView(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    Palette palette = context.palette().get();
    words = new DeviceWords(context.units());
    chooser = new DeviceChooser(context);
    openAlarm = Nodes.button(messages.text("device.openAlarm"), "", this::openAlarm);
    openAlarm.setId("open-alarm");
    acknowledge = Nodes.button(messages.text("action.acknowledge"), "A", this::acknowledge);
    acknowledge.setId("device-acknowledge");
    acknowledge.getStyleClass().add("primary");
    notes = new NotesPane(context);
    photo = new PhotoPane(context);
    calibration = new CalibrationPane(context);
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
    events = new EventList(context, this::showAllAlarms);
    trend = new TrendPane(context.units(), palette);
    trend.canvas().setId("trend");
    context
        .palette()
        .addListener((_, _, colours) -> {
          gauge.palette(colours);
          gauges.palette(colours);
          trend.palette(colours);
        });
    root.getStyleClass().add("screen");
    page.setTop(header());
    page.setCenter(body());
    root.getChildren().addAll(page, chooser.node());
    page.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node header() {
    var messages = context.messages();
    name.setId("device-name");
    place.setId("device-place");
    place.setTooltip(placeId);
    tag.setId("device-tag");
    Button wall = Nodes.button(messages.text("device.onOverview"), "", this::showOnOverview);
    // In a small window the name matters more than a way that F2 goes as well.
    wall.managedProperty().bind(page.widthProperty().greaterThan(1_150));
    wall.visibleProperty().bind(wall.managedProperty());
    Button other =
        Nodes.button(
            messages.text("device.other"),
            "F4",
            () -> context.frame().go(new Destination.OneDevice(null)));
    Button trends = Nodes.button(messages.text("action.trend"), "G", this::goToTrends);
    trends.setId("device-trend");
    place.setMinWidth(0);
    name.setMinWidth(Region.USE_PREF_SIZE);
    tag.setMinWidth(Region.USE_PREF_SIZE);
    for (Button button : List.of(acknowledge, openAlarm, trends, wall, other)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox header =
        Nodes.row(
            12, place, name, tag, Nodes.spacer(), acknowledge, openAlarm, trends, wall, other);
    header.setPadding(new Insets(0, 0, 12, 0));
    return header;
  }

  private Node body() {
    VBox side = new VBox(12, now.node(), health.node(), summary.node());
    side.setMinWidth(SIDE);
    side.setPrefWidth(SIDE);
    side.setMaxWidth(SIDE);
    // In a small window what the trend shows anyway makes room for what it does not.
    summary.node().managedProperty().bind(page.heightProperty().greaterThan(720));
    summary.node().visibleProperty().bind(summary.node().managedProperty());
    HBox.setHgrow(configuration.node(), Priority.ALWAYS);
    HBox.setHgrow(events.node(), Priority.ALWAYS);
    configuration.node().setPrefWidth(100);
    events.node().setPrefWidth(100);
    HBox below = new HBox(12, configuration.node(), events.node());
    HBox.setHgrow(calibration.node(), Priority.ALWAYS);
    calibration.node().setPrefWidth(100);
    VBox kept = new VBox(12, notes.node(), new HBox(12, calibration.node(), photo.node()));
    boolean keeps = context.session().features().contains(Feature.NOTEBOOK);
    kept.setVisible(keeps);
    kept.setManaged(keeps);
    VBox main = new VBox(12, trendPanel(), below, kept);
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    HBox columns = new HBox(12, side, main);
    ScrollPane scroll = Nodes.scroll(columns);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Node trendPanel() {
    HBox bar = Nodes.row(8, trendTitle);
    for (TrendRange range : TrendRange.values()) {
      ToggleButton button = new ToggleButton(context.messages().of("range", range));
      button.getStyleClass().add("flat-button");
      button.setId("range-" + context.messages().of("range", range).replace(" ", ""));
      button.setAccessibleText(context.messages().of("lastRange", range));
      button.setToggleGroup(ranges);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(range == model.range());
      button.setOnAction(_ -> {
        button.setSelected(true);
        look(range);
      });
      bar.getChildren().add(button);
    }
    Label zone = Nodes.label("", "muted", "small");
    zone.setText(
        context
            .messages()
            .text("device.trendNote", context.units().zoneName(context.clock().instant())));
    zone.setMinWidth(0);
    trendTitle.setMinWidth(Region.USE_PREF_SIZE);
    bar.getChildren().addAll(Nodes.spacer(), zone);
    trendTitle.setText(context.messages().of("lastRange", model.range()));
    VBox panel = new VBox(8, bar, trend);
    panel.getStyleClass().add("panel");
    panel.setMinWidth(0);
    panel.setMinHeight(260);
    panel.setPrefHeight(300);
    VBox.setVgrow(trend, Priority.ALWAYS);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  private void look(TrendRange range) {
    model.range(range);
    trendTitle.setText(context.messages().of("lastRange", range));
    showTrend();
    context.pulse().beatNow();
  }

  private void showTrend() {
    summaryDue = true;
    trend.show(model.samples(), model.range(), alarms, context.messages().text(note()));
  }

  private String note() {
    if (model.isIncomplete()) {
      return "device.notRead";
    }
    return model.isLoaded() ? "device.noTrend" : "device.reading";
  }

  private void goToTrends() {
    if (model.deviceId() != null) {
      context.frame().go(new Destination.Trends(model.deviceId(), null, null));
    }
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

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (typing || event.isShortcutDown() || event.isAltDown() || shown == null) {
      return;
    }
    switch (event.getCode()) {
      case A -> acknowledge();
      case G -> goToTrends();
      case L -> showAllAlarms();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openAlarm() {
    DeviceLive live = shown;
    if (live != null && !live.alarms().isEmpty()) {
      context.frame().go(new Destination.Alarms(live.alarms().getFirst().alarmId()));
    }
  }

  private void showAllAlarms() {
    String id = model.deviceId();
    if (id != null) {
      context.frame().go(new Destination.Alarms(null, new Destination.AlarmsOf(id, null)));
    }
  }

  private void showOnOverview() {
    context.frame().go(new Destination.Overview(model.deviceId()));
  }

  private void show(LiveSnapshot snapshot, Instant at) {
    String id = model.deviceId();
    DeviceLive live = id == null ? null : snapshot.device(id).orElse(null);
    shown = live;
    page.setVisible(live != null);
    chooser.node().setVisible(live == null);
    if (live == null) {
      chooser.show(snapshot, at);
      return;
    }
    describe(live, at);
    read(live, at);
    boolean added = model.follow(live);
    boolean changed = added || !live.limits().equals(drawnLimits);
    drawnLimits = live.limits();
    if (changed || summaryDue) {
      summaryDue = false;
      summary.show(words.summary(model.summary(at, gap(live))));
    }
    trend.refresh(at, live.limits(), gap(live).toMillis(), changed);
  }

  private static Duration gap(DeviceLive live) {
    return live.device().samplingPeriod().multipliedBy(3);
  }

  private void describe(DeviceLive live, Instant at) {
    var device = live.device();
    String where = device.zone().isEmpty() ? "" : device.zone() + " › ";
    set(place, context.units().place(device.facilityId()) + " › " + where);
    placeId.setText(device.facilityId());
    set(name, device.name());
    StateTag state = StateTag.of(live, context.messages());
    if (!state.equals(tagged)) {
      tagged = state;
      tag.setText(state.text());
      tag.getStyleClass().setAll("label", "state-tag", state.style());
      tag.setVisible(!state.text().isEmpty());
      tag.setManaged(!state.text().isEmpty());
    }
    openAlarm.setVisible(!live.alarms().isEmpty());
    openAlarm.setManaged(openAlarm.isVisible());
    acknowledge.setVisible(live.needsAcknowledgement());
    acknowledge.setManaged(acknowledge.isVisible());
    gauges.show(live, at);
    if (context.session().features().contains(Feature.NOTEBOOK)) {
      notes.open(device.deviceId(), device.facilityId());
      photo.open(device.deviceId(), device.facilityId());
      calibration.open(device.deviceId());
    }
    gauge.show(live, at);
    now.show(words.now(live, at));
    health.show(words.health(live, at, batteryLasts));
    configuration.show(words.configuration(live));
    order.show(device, at);
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }

  private void read(DeviceLive live, Instant at) {
    DeviceModel.Wanted wanted = model.wanted(at, gap(live));
    if (wanted != null) {
      context
          .background()
          .call(
              () -> model.read(context.session(), wanted),
              found -> {
                if (model.accept(wanted, found)) {
                  showTrend();
                }
              },
              trouble -> {
                if (model.failed(wanted)) {
                  showTrend();
                  context.frame().say(trouble);
                }
              });
    }
    if (eventsWanted || !live.alarms().equals(activeWhenRead)) {
      eventsWanted = false;
      activeWhenRead = live.alarms();
      readEvents(live.device().deviceId(), at);
    }
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
              if (id.equals(model.deviceId())) {
                batteryLasts = lasting.orElse(null);
              }
            },
            context.frame()::say);
  }

  private void readEvents(String id, Instant at) {
    int mine = ++readingEvents;
    context
        .background()
        .call(
            () -> EventList.read(context.session(), id, at),
            found -> {
              if (mine == readingEvents && id.equals(model.deviceId())) {
                alarms = found.alarms();
                events.show(found.events(), at);
                showTrend();
              }
            },
            context.frame()::say);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    model.open(destination instanceof Destination.OneDevice(var deviceId) ? deviceId : null);
    alarms = List.of();
    eventsWanted = true;
    events.reading();
    showTrend();
    String opened = model.deviceId();
    if (opened != null) {
      readBattery(opened, context.clock().instant());
    }
    context.pulse().attach(follower);
  }

  @Override
  public void detach() {
    model.forget();
    notes.forget();
    photo.forget();
    calibration.forget();
    order.forget();
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    if (shown == null) {
      chooser.focus();
    } else if (ranges.getSelectedToggle() instanceof ToggleButton chosen) {
      chosen.requestFocus();
    }
  }
}
