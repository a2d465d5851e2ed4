package ai.cryox.app.device;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.live.DeviceLive;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What to do about the worst alarm of a device: what people wrote for such alarms there, else the
/// program's own words. Not there without an alarm. FX thread only.
final class GuidancePane {
  private final ScreenContext context;
  private final AlarmWords words;
  private final Label title = Nodes.label("", "panel-title");
  private final Label text = Nodes.label("", "card-text");
  private final VBox root = new VBox(8, title, text);
  private @Nullable Wanted shown;

  /// What words are shown for: others may be written for another zone, and anew at any time.
  private record Wanted(String deviceId, String zone, Condition condition) {}

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
    Alarm worst = live.alarms().isEmpty() ? null : live.alarms().getFirst();
    root.setVisible(worst != null);
    if (worst == null) {
      shown = null;
      return;
    }
    title.setText(context.messages().text("device.whatToDo", words.condition(worst)));
    Wanted wanted = new Wanted(live.device().deviceId(), live.device().zone(), worst.condition());
    if (!wanted.equals(shown)) {
      shown = wanted;
      text.setText(context.messages().of("guidance", wanted.condition()));
      read(wanted);
    }
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
