package ai.cryox.app.device;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.people.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whether a sensor is in service, and the way out of it and back, whether it has an alarm or not.
/// FX thread only.
final class ServiceLine {
  private final ScreenContext context;
  private final Messages messages;
  private final Label line = Nodes.label("", "small");
  private final Button takeOut;
  private final Button back;
  private final VBox root;
  private @Nullable DeviceLive shown;
  private boolean isAllowed;

  ServiceLine(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    line.setId("service-line");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    takeOut = button("service-out", "deed.take_out_of_service", "T", this::takeOut);
    back = button("service-back", "deed.return_to_service", "B", this::putBack);
    root = new VBox(8, line, Nodes.flow(takeOut, back));
  }

  private Button button(String id, String key, String cap, Runnable action) {
    Button button = Nodes.button(messages.text(key), cap, action);
    button.setId(id);
    String why = messages.text(key.replace("deed.", "deedwhy."));
    button.setTooltip(new Tooltip(why));
    button.setAccessibleHelp(why);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  Node node() {
    return root;
  }

  void show(DeviceLive live, Instant now) {
    shown = live;
    List<Alarm> out = out(live);
    isAllowed =
        context.session().features().contains(Feature.ALARM_ACTIONS)
            && context
                .session()
                .who()
                .grants()
                .may(Action.TAKE_OUT_OF_SERVICE, live.device().facilityId());
    offer(takeOut, isAllowed && out.size() < ServicePart.EVERYTHING.keys("").size());
    offer(back, isAllowed && !out.isEmpty());
    offer(root, isAllowed || !out.isEmpty());
    String words = words(out, now);
    if (!Objects.equals(line.getText(), words)) {
      line.setText(words);
    }
  }

  /// Who took it out last, when and why.
  private String words(List<Alarm> out, Instant now) {
    Optional<Hold> newest =
        out.stream()
            .map(Alarm::hold)
            .filter(Objects::nonNull)
            .max(Comparator.comparing(Hold::since));
    if (newest.isEmpty()) {
      return messages.text("service.in");
    }
    Hold hold = newest.get();
    String since = context.units().timeSince(hold.since(), now);
    boolean isAll = out.size() == ServicePart.EVERYTHING.keys("").size();
    return isAll
        ? messages.text("service.out", since, hold.by(), hold.reason())
        : messages.text("service.partlyOut", out.size(), since, hold.by(), hold.reason());
  }

  private static List<Alarm> out(DeviceLive live) {
    return live.alarms().stream()
        .filter(alarm -> alarm.state() == AlarmState.OUT_OF_SERVICE)
        .toList();
  }

  private static void offer(Node node, boolean isOffered) {
    node.setVisible(isOffered);
    node.setManaged(isOffered);
  }

  /// Asks what of it and why.
  void takeOut() {
    DeviceLive live = shown;
    if (live != null && takeOut.isVisible()) {
      new ServiceCard(context, live).open();
    }
  }

  /// All that is out of service, whoever took it out.
  void putBack() {
    DeviceLive live = shown;
    if (live == null || !back.isVisible()) {
      return;
    }
    List<Alarm> before = out(live);
    List<AlarmKey> keys = before.stream().map(Alarm::key).toList();
    AlarmActions actions = context.session().alarmActions();
    String said = messages.text("service.isBack", live.device().name());
    new ServiceDeed(context, said, _ -> takeOutAgain(before, actions))
        .send(() -> actions.returnToService(keys, ""), () -> {}, context.frame()::say);
  }

  /// For the reasons that were given.
  private static List<Alarm> takeOutAgain(List<Alarm> before, AlarmActions actions) {
    Map<String, List<AlarmKey>> byReason = new TreeMap<>();
    for (Alarm alarm : before) {
      Hold hold = alarm.hold();
      if (hold != null) {
        byReason.computeIfAbsent(hold.reason(), _ -> new ArrayList<>()).add(alarm.key());
      }
    }
    return byReason.entrySet().stream()
        .flatMap(one -> actions.takeOutOfService(one.getValue(), one.getKey()).stream())
        .toList();
  }
}
