package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.live.DeviceLive;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is known of one alarm, what to do about it, what happened to it and whom it reached. FX
/// thread only.
final class AlarmDetail {
  private static final double WIDTH = 344;
  private static final double WIDE = 420;

  private final ScreenContext context;
  private final AlarmWords words;
  private final Label severity = Nodes.label("", "bold");
  private final Label device = wrapped("page-title");
  private final Label place = wrapped("muted");
  private final Label sentence = wrapped("card-text");
  private final Label guidance = wrapped("card-text");
  private final TraceChart chart;
  private final AlarmFacts facts;
  private final Timeline timeline;
  private final ScrollPane root;
  private final AlarmHistory history;
  private @Nullable Alarm shown;
  private final Button trend;
  private @Nullable DeviceLive live;
  private String ownGuidance = "";
  private int reading;

  AlarmDetail(ScreenContext context, AlarmWords words) {
    this.context = context;
    this.words = words;
    this.history = new AlarmHistory(context.session(), words);
    chart = new TraceChart(context.units(), context.palette());
    facts = new AlarmFacts(words);
    timeline = new Timeline(context.units());
    guidance.setId("guidance");
    var messages = context.messages();
    trend = Nodes.button(messages.text("action.trend"), "G", this::showTrend);
    trend.setId("detail-trend");
    VBox content =
        new VBox(
            10,
            new VBox(2, severity, device, place),
            sentence,
            chart.node(),
            trend,
            facts.node(),
            Nodes.label(messages.text("detail.whatToDo"), "panel-title"),
            guidance,
            Nodes.label(messages.text("detail.timeline"), "panel-title"),
            timeline.node());
    content.getStyleClass().add("detail");
    root = Nodes.sharp(new ScrollPane(content));
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.getStyleClass().addAll("panel", "detail-scroll");
    root.setVisible(false);
    root.managedProperty().bind(root.visibleProperty());
  }

  private static Label wrapped(String style) {
    Label label = Nodes.label("", style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Node node() {
    return root;
  }

  /// Takes more room or less.
  void widen(boolean wide) {
    root.setMinWidth(wide ? WIDE : WIDTH);
    root.setPrefWidth(wide ? WIDE : WIDTH);
    root.setMaxWidth(wide ? WIDE : WIDTH);
  }

  /// Shows this alarm, or nothing.
  void show(AlarmRow.@Nullable Facts row) {
    shown = row == null ? null : row.alarm();
    live = row == null ? null : row.live();
    ownGuidance = "";
    root.setVisible(row != null);
    root.setVvalue(0);
    timeline.show(List.of(), context.clock().instant());
    refresh();
  }

  /// Shows what the device measured around the moment the alarm was raised.
  void showTrend() {
    Alarm alarm = shown;
    if (alarm != null && !alarm.isSystem()) {
      context.frame().go(new Destination.Trends(alarm.deviceId(), null, alarm.raisedAt()));
    }
  }

  /// Reads what happened again.
  void refresh() {
    Alarm wanted = shown;
    String zone = live == null ? "" : live.device().zone();
    if (wanted == null) {
      return;
    }
    int mine = ++reading;
    Instant now = context.clock().instant();
    context
        .background()
        .call(
            () -> history.read(wanted, zone, now),
            found -> {
              if (mine == reading && shown != null && shown.alarmId().equals(wanted.alarmId())) {
                timeline.show(found.lines(), now);
                ownGuidance = found.guidance();
              }
            },
            context.frame()::say);
  }

  /// Takes in the newest state of the alarm shown.
  void tick(AlarmsModel model, Instant now) {
    Alarm before = shown;
    if (before == null) {
      return;
    }
    Alarm newest = model.active(before.alarmId());
    if (newest != null && !newest.equals(before)) {
      shown = newest;
      if (newest.state() != before.state() || newest.severity() != before.severity()) {
        refresh();
      }
    }
    live = model.device(before.deviceId());
    describe(newest == null ? before : newest, now);
  }

  private void describe(Alarm alarm, Instant now) {
    trend.setVisible(!alarm.isSystem());
    trend.setManaged(!alarm.isSystem());
    severity.setText(words.severity(alarm) + " · " + words.condition(alarm));
    Nodes.wear(severity, "label", "bold", AlarmWords.style(alarm));
    AlarmRow.Facts row = new AlarmRow.Facts(alarm, live);
    device.setText(words.subject(alarm, live));
    place.setText(place(alarm));
    sentence.setText(words.state(alarm) + " · " + words.sentence(alarm, now));
    guidance.setText(
        ownGuidance.isEmpty() ? context.messages().of("guidance", alarm.condition()) : ownGuidance);
    chart.show(alarm.condition().unit() == Condition.Unit.CELSIUS ? live : null, alarm.limit());
    facts.show(row, now);
  }

  /// Where it is and what holds there; a device that nobody has placed yet has no zone.
  private String place(Alarm alarm) {
    String facility = context.units().place(alarm.facilityId());
    if (live == null) {
      return facility;
    }
    return Stream.of(facility, live.device().zone(), live.limits().name())
        .filter(part -> !part.isEmpty())
        .map(Units::whole)
        .collect(Collectors.joining(" · "));
  }
}
