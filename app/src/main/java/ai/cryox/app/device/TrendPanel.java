package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The temperatures of one device over a range that people choose: read from the store, extended by
/// what comes in. FX thread only.
final class TrendPanel {
  private final ScreenContext context;
  private final DeviceModel model = new DeviceModel();
  private final Label title = Nodes.label("", "panel-title");
  private final Label remark = Nodes.label("", "muted", "small");
  private final ToggleGroup ranges = new ToggleGroup();
  private final TrendPane trend;
  private final VBox root;
  private List<Alarm> alarms = List.of();
  private boolean summaryDue = true;
  private @Nullable StorageProfile drawnLimits;

  TrendPanel(ScreenContext context) {
    this.context = context;
    trend = new TrendPane(context.units(), context.palette().get());
    trend.canvas().setId("trend");
    context.palette().addListener((_, _, colours) -> trend.palette(colours));
    HBox bar = Nodes.row(8, title);
    for (TrendRange range : TrendRange.values()) {
      bar.getChildren().add(button(range));
    }
    remark.setId("trend-remark");
    remark.setMinWidth(0);
    title.setMinWidth(Region.USE_PREF_SIZE);
    bar.getChildren().addAll(Nodes.spacer(), remark);
    title.setText(context.messages().of("lastRange", model.range()));
    root = new VBox(8, bar, trend);
    root.getStyleClass().add("panel");
    root.setMinWidth(0);
    root.setMinHeight(260);
    root.setPrefHeight(300);
    VBox.setVgrow(trend, Priority.ALWAYS);
    VBox.setVgrow(root, Priority.ALWAYS);
  }

  private ToggleButton button(TrendRange range) {
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
    return button;
  }

  private void look(TrendRange range) {
    model.range(range);
    title.setText(context.messages().of("lastRange", range));
    draw();
    context.pulse().beatNow();
  }

  Node node() {
    return root;
  }

  /// Looks at another device, or at the same anew.
  void open(String deviceId) {
    model.open(deviceId);
    alarms = List.of();
    draw();
  }

  /// Drops what was read, and what is being read is read in vain.
  void forget() {
    model.forget();
  }

  /// Puts the keyboard onto the range that is chosen.
  void focus() {
    if (ranges.getSelectedToggle() instanceof ToggleButton chosen) {
      chosen.requestFocus();
    }
  }

  /// Marks when there were alarms.
  void mark(List<Alarm> found) {
    // One that was put aside before it was ever raised is no event of the goods.
    alarms = found.stream().filter(alarm -> alarm.occurrences() > 0).toList();
    draw();
  }

  /// Takes in the newest state of the device, and reads what is missing.
  ///
  /// @return the readings in numbers, if they changed
  Optional<DeviceModel.Summary> show(DeviceLive live, Instant now) {
    Duration gap = gap(live);
    read(live, now);
    boolean changed = model.follow(live) || !live.limits().equals(drawnLimits);
    drawnLimits = live.limits();
    boolean isSummedUp = changed || summaryDue;
    summaryDue = false;
    trend.refresh(now, live.limits(), gap.toMillis(), changed);
    return isSummedUp ? Optional.of(model.summary(now, gap)) : Optional.empty();
  }

  private static Duration gap(DeviceLive live) {
    return live.device().samplingPeriod().multipliedBy(3);
  }

  private void read(DeviceLive live, Instant now) {
    DeviceModel.Wanted wanted = model.wanted(now, gap(live));
    if (wanted == null) {
      return;
    }
    context
        .background()
        .call(
            () -> model.read(context.session(), wanted),
            found -> {
              if (model.accept(wanted, found)) {
                draw();
              }
            },
            trouble -> {
              if (model.failed(wanted)) {
                draw();
                context.frame().say(trouble);
              }
            });
  }

  private void draw() {
    summaryDue = true;
    trend.show(model.samples(), model.range(), alarms, context.messages().text(note()));
    // What came in since is drawn all the same: it must not pass for all there is.
    remark.setText(
        model.isIncomplete()
            ? context.messages().text("device.notRead")
            : context
                .messages()
                .text("device.trendNote", context.units().zoneName(context.clock().instant())));
  }

  private String note() {
    if (model.isIncomplete()) {
      return "device.notRead";
    }
    return model.isLoaded() ? "device.noTrend" : "device.reading";
  }
}
