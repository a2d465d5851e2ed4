package ai.cryox.app.device;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.live.DeviceLive;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What to do about the worst alarm of a device: what people wrote for such alarms there, else the
/// program's own words. What is still wrong comes before what is over, of which only the rest is
/// said. Not there without an alarm. FX thread only.
final class GuidancePane {
  private final ScreenContext context;
  private final AlarmWords words;
  private final Label title = Nodes.label("", "panel-title");
  private final Label text = Nodes.label("", "card-text");
  private final VBox root = new VBox(8, title, text);
  private @Nullable Wanted shown;

  /// What words are shown for: others may be written for another zone, and anew at any time.
  ///
  /// @param words key of the program's own words
  /// @param isPresent whether people's words are wanted too: those are for what is still wrong
  private record Wanted(
      String deviceId, String zone, Condition condition, String words, boolean isPresent) {}

  GuidancePane(ScreenContext context) {
    this.context = context;
    this.words = new AlarmWords(context.units());
    title.setId("device-guidance-title");
    text.setId("device-guidance");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    root.getStyleClass().add("panel");
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.managedProperty().bind(root.visibleProperty());
    root.setVisible(false);
  }

  Node node() {
    return root;
  }

  /// Takes in the newest state of the device on the page.
  void show(DeviceLive live) {
    Alarm worst = worst(live);
    root.setVisible(worst != null);
    if (worst == null) {
      shown = null;
      return;
    }
    boolean isPresent = !isOver(worst);
    Wanted wanted =
        new Wanted(
            live.device().deviceId(),
            live.device().zone(),
            worst.condition(),
            isPresent
                ? "guidance." + worst.condition().name().toLowerCase(Locale.ROOT)
                : worst.state().needsReset() ? "device.toReset" : "device.toAcknowledge",
            isPresent);
    String heading = isPresent ? "device.whatToDo" : "device.over";
    title.setText(context.messages().text(heading, words.condition(worst)));
    if (!wanted.equals(shown)) {
      shown = wanted;
      text.setText(context.messages().text(wanted.words()));
      if (isPresent) {
        read(wanted);
      }
    }
  }

  private static @Nullable Alarm worst(DeviceLive live) {
    return live.alarms().stream()
        // What was put aside while all is well needs no advice.
        .filter(alarm -> alarm.isConditionPresent() || !alarm.state().isHeld())
        .min(Comparator.comparing(GuidancePane::isOver))
        .orElse(null);
  }

  private static boolean isOver(Alarm alarm) {
    return alarm.state().isAnnounced() && !alarm.state().isAbnormal();
  }

  private void read(Wanted wanted) {
    context
        .background()
        .call(
            () ->
                Objects.requireNonNullElse(
                    context.session().alarmDesign().guidance(wanted.zone(), wanted.condition()),
                    ""),
            own -> {
              if (wanted.equals(shown) && !own.isEmpty()) {
                text.setText(own);
              }
            },
            context.frame()::say);
  }
}
