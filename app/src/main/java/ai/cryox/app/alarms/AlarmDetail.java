package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is known of one alarm, what to do about it, and what happened to it. FX thread only.
final class AlarmDetail {
  private static final double WIDTH = 340;
  private static final double WIDE = 400;

  private final ScreenContext context;
  private final AlarmWords words;
  private final Label severity = Nodes.label("", "bold");
  private final Label device = wrapped("page-title");
  private final Label place = wrapped("muted");
  private final Label sentence = wrapped("card-text");
  private final Label guidance = wrapped("card-text");
  private final Label timeline = wrapped("card-text");
  private final VBox root;
  private @Nullable String alarmId;
  private @Nullable Alarm shown;

  AlarmDetail(ScreenContext context, AlarmWords words) {
    this.context = context;
    this.words = words;
    var messages = context.messages();
    root =
        new VBox(
            8,
            severity,
            device,
            place,
            sentence,
            Nodes.label(messages.text("detail.whatToDo"), "panel-title"),
            guidance,
            Nodes.label(messages.text("detail.timeline"), "panel-title"),
            timeline);
    root.getStyleClass().add("panel");
    root.setMinWidth(WIDTH);
    root.setVisible(false);
    root.managedProperty().bind(root.visibleProperty());
  }

  private static Label wrapped(String style) {
    Label label = Nodes.label("", style);
    label.setWrapText(true);
    return label;
  }

  Node node() {
    return root;
  }

  /// Takes more room or less.
  void widen(boolean wide) {
    root.setPrefWidth(wide ? WIDE : WIDTH);
    root.setMaxWidth(wide ? WIDE : WIDTH);
  }

  /// Shows this alarm, or nothing.
  void show(@Nullable Alarm alarm) {
    shown = alarm;
    alarmId = alarm == null ? null : alarm.alarmId();
    root.setVisible(alarm != null);
    timeline.setText("");
    refresh();
    context.pulse().beatNow();
  }

  /// Reads the journal again.
  void refresh() {
    String wanted = alarmId;
    if (wanted == null) {
      return;
    }
    context
        .background()
        .call(
            () -> context.session().journal(wanted),
            journal -> showJournal(wanted, journal),
            context.frame()::say);
  }

  private void showJournal(String id, List<AlarmChange> journal) {
    if (!id.equals(alarmId)) {
      return;
    }
    Instant now = context.clock().instant();
    StringBuilder lines = new StringBuilder();
    for (AlarmChange change : journal) {
      lines
          .append(context.units().timeSince(change.at(), now))
          .append("  ")
          .append(words.change(change))
          .append('\n');
    }
    timeline.setText(lines.toString().stripTrailing());
  }

  /// Takes in the newest state of the alarm shown.
  void tick(LiveSnapshot snapshot, Instant now) {
    for (Alarm alarm : snapshot.alarms()) {
      if (alarm.alarmId().equals(alarmId)) {
        if (shown == null || shown.state() != alarm.state()) {
          refresh();
        }
        shown = alarm;
      }
    }
    if (shown != null) {
      describe(shown, snapshot, now);
    }
  }

  private void describe(Alarm alarm, LiveSnapshot snapshot, Instant now) {
    severity.setText(words.severity(alarm) + " · " + words.condition(alarm));
    severity.getStyleClass().setAll("label", "bold", AlarmWords.style(alarm));
    var live = snapshot.device(alarm.deviceId()).orElse(null);
    device.setText(live == null ? alarm.deviceId() : live.device().name());
    place.setText(place(alarm, live));
    sentence.setText(words.sentence(alarm, now));
    guidance.setText(context.messages().of("guidance", alarm.condition()));
  }

  /// Where it is and what holds there; a device that nobody has placed yet has no zone.
  private static String place(Alarm alarm, @Nullable DeviceLive live) {
    String facility = PlaceName.of(alarm.facilityId());
    if (live == null) {
      return facility;
    }
    return Stream.of(facility, live.device().zone(), live.limits().name())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
