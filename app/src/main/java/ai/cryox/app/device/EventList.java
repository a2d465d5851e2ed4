package ai.cryox.app.device;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened to one device, newest first: the last transitions of its alarms. FX thread only.
final class EventList {
  private static final Duration PAST = Duration.ofDays(30);
  private static final int ALARMS = 200;
  private static final int JOURNALS = 6;
  private static final int LINES = 8;

  /// What could not be read is read again so much later.
  private static final Duration TRY_AGAIN = Duration.ofSeconds(15);

  private final ScreenContext context;
  private final AlarmWords words;
  private final VBox lines = new VBox(6);
  private final VBox root;
  private final Consumer<List<Alarm>> onRead;
  private String deviceId = "";
  private List<Alarm> activeWhenRead = List.of();
  private boolean wanted = true;
  private Instant notBefore = Instant.MIN;
  private int reading;

  /// One transition of one alarm, or of several that were put aside together and were never raised.
  ///
  /// @param alarms of how many
  private record Event(Alarm alarm, AlarmChange change, int alarms) {}

  /// What alarms have in common that are one line.
  private record Together(Object what, AlarmState state) {
    static Together of(Alarm alarm) {
      return new Together(
          alarm.occurrences() == 0 ? alarm.raisedAt() : alarm.alarmId(), alarm.state());
    }
  }

  /// What the store knows.
  ///
  /// @param alarms of the last 30 days, newest first
  /// @param events of the newest of them, newest first
  private record Found(List<Alarm> alarms, List<Event> events) {}

  /// @param showAll goes to all alarms of the device
  /// @param onRead told the alarms of the last 30 days
  EventList(ScreenContext context, Runnable showAll, Consumer<List<Alarm>> onRead) {
    this.context = context;
    this.onRead = onRead;
    this.words = new AlarmWords(context.units());
    Button all = Nodes.button(context.messages().text("device.allAlarms"), "L", showAll);
    all.setId("device-all-alarms");
    all.setMinWidth(Region.USE_PREF_SIZE);
    Label title = Nodes.label(context.messages().text("device.events"), "panel-title");
    root = new VBox(6, Nodes.row(8, title, Nodes.spacer(), all), lines);
    root.getStyleClass().add("panel");
    root.setMinWidth(0);
    lines.setId("device-events");
    show(List.of(), context.clock().instant());
  }

  VBox node() {
    return root;
  }

  /// Reads the device's alarms and the journals of the newest. Blocks; any thread.
  private static Found read(Session session, String deviceId, Instant now) {
    Instant until = now.plus(Duration.ofMinutes(10));
    AlarmQuery query = new AlarmQuery(null, deviceId, null, now.minus(PAST), until);
    List<Alarm> alarms = session.alarms(query, PageRequest.first(ALARMS)).items();
    List<Event> events = new ArrayList<>();
    Map<Together, List<Alarm>> together =
        alarms.stream()
            .collect(Collectors.groupingBy(Together::of, LinkedHashMap::new, Collectors.toList()));
    together.values().stream()
        .limit(JOURNALS)
        .forEach(some -> {
          Alarm first = some.getFirst();
          for (AlarmChange change : session.journal(first.alarmId())) {
            events.add(new Event(first, change, some.size()));
          }
        });
    events.sort(Comparator.comparing((Event event) -> event.change().at()).reversed());
    return new Found(alarms, List.copyOf(events));
  }

  /// Looks at another device, or at the same anew.
  void open(String other) {
    deviceId = other;
    wanted = true;
    notBefore = Instant.MIN;
    say("device.reading");
  }

  /// Takes in the newest state of the device; reads anew what its alarms changed.
  void follow(DeviceLive live, Instant now) {
    boolean isOld = wanted || !live.alarms().equals(activeWhenRead);
    if (isOld && !now.isBefore(notBefore)) {
      wanted = false;
      activeWhenRead = live.alarms();
      read(now);
    }
  }

  private void read(Instant now) {
    String id = deviceId;
    int mine = ++reading;
    context
        .background()
        .call(
            () -> read(context.session(), id, now),
            found -> {
              if (mine == reading && id.equals(deviceId)) {
                notBefore = Instant.MIN;
                show(found.events(), now);
                onRead.accept(found.alarms());
              }
            },
            sentence -> {
              if (mine == reading && id.equals(deviceId)) {
                miss(sentence, now);
              }
            });
  }

  /// They are tried again after a while, without a word: the frame says once what is wrong.
  private void miss(String sentence, Instant now) {
    if (notBefore.equals(Instant.MIN)) {
      context.frame().say(sentence);
    }
    say("device.notRead");
    wanted = true;
    notBefore = now.plus(TRY_AGAIN);
  }

  private void say(String key) {
    Label words = Nodes.label(context.messages().text(key), "muted");
    words.setWrapText(true);
    lines.getChildren().setAll(words);
  }

  /// Shows the newest of these.
  private void show(List<Event> events, Instant now) {
    lines.getChildren().clear();
    if (events.isEmpty()) {
      lines.getChildren().add(Nodes.label(context.messages().text("device.noEvents"), "muted"));
    }
    for (Event event : events.subList(0, Math.min(LINES, events.size()))) {
      lines.getChildren().add(line(event, now));
    }
  }

  private HBox line(Event event, Instant now) {
    Label time = Nodes.label(context.units().timeSince(event.change().at(), now), "muted", "fact");
    time.setMinWidth(HBox.USE_PREF_SIZE);
    String text =
        (event.alarms() == 1
                ? words.condition(event.alarm())
                : context.messages().text("device.eventOf", event.alarms()))
            + " · "
            + words.change(event.alarm().condition(), event.change());
    Label what = Nodes.label(text, "fact", style(event));
    what.setMinWidth(0);
    what.setWrapText(true);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox line = Nodes.row(12, time, what);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }

  /// Only what is present has a colour.
  private static String style(Event event) {
    Alarm alarm = event.alarm();
    if (!alarm.state().isAbnormal() || !event.change().to().isAbnormal()) {
      return "plain";
    }
    if (alarm.condition() == Condition.SILENT) {
      return "silent";
    }
    return event.change().severity() == Severity.CRITICAL ? "critical" : "warning";
  }
}
