package ai.cryox.app.shell;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.sound.Siren;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The bar on top of every screen: how many alarms of each kind, the one to look at first in words,
/// and the button that acknowledges it. FX thread only.
final class AlarmBar {
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  static final long FLASH_HALF_MS = 500;

  /// Below this width, px, the pills give up their names, so that the alarm keeps its words.
  private static final double ROOM_FOR_NAMES = 1_600;

  private final ScreenContext context;
  private final HBox row;
  private final VBox words;
  private final HBox time;
  private final Region gap = Nodes.spacer();
  private final HBox below = Nodes.row(12);
  private final VBox root;
  private final Label critical = Nodes.label("0", "pill-count");
  private final Label warning = Nodes.label("0", "pill-count");
  private final Label silent = Nodes.label("0", "pill-count");
  private final Button criticalPill;
  private final Button warningPill;
  private final Button silentPill;
  private final Label aside = Nodes.label("0", "pill-count");
  private final Button asidePill;
  private final Label headline = Nodes.label("", "headline");
  private final Label next = Nodes.label("", "next-call");
  private final Label sentence = Nodes.label("", "sentence");
  private final @Nullable SoundControl sound;
  private final Button acknowledge;
  private final Label clock = Nodes.label("", "clock");
  private final Label zone = Nodes.label("", "muted");
  private final String place;
  private @Nullable AlarmBarModel shown;
  private boolean acknowledging;

  /// @param siren what it lets sound; `null` for a bar that only tells, without anything to press
  AlarmBar(ScreenContext context, String place, @Nullable Siren siren) {
    this.context = context;
    this.place = place;
    var messages = context.messages();
    criticalPill = pill("critical", Shapes.CRITICAL, critical, messages.text("bar.critical"));
    warningPill = pill("warning", Shapes.WARNING, warning, messages.text("bar.warning"));
    silentPill = pill("silent", Shapes.SILENT, silent, messages.text("bar.silent"));
    asidePill = pill("aside", Shapes.ASIDE, aside, messages.text("bar.aside"));
    sound = siren == null ? null : new SoundControl(context, siren);
    acknowledge =
        Nodes.button(
            messages.text("action.acknowledge"), messages.key("Ctrl+A"), this::acknowledge);
    acknowledge.getStyleClass().add("primary");
    acknowledge.setId("acknowledge");
    acknowledge.setMinWidth(Region.USE_PREF_SIZE);
    headline.setId("headline");
    headline.setMinWidth(0);
    sentence.setId("sentence");
    sentence.setMinWidth(0);
    next.setId("next-call");
    next.setMinWidth(0);
    HBox first = new HBox(10, headline, next);
    first.setAlignment(Pos.BASELINE_LEFT);
    first.setMinWidth(0);
    words = new VBox(first, sentence);
    words.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("alarm-words");
    words.setMinWidth(0);
    words.setPrefWidth(0);
    words.setOnMouseClicked(_ -> openWorst());
    HBox.setHgrow(words, Priority.ALWAYS);
    time = Nodes.row(6, clock, zone);
    time.getStyleClass().add("clock-box");
    for (Region whole : List.of(time, clock, zone)) {
      whole.setMinWidth(Region.USE_PREF_SIZE);
    }
    row = Nodes.row(12, brand(place), criticalPill, warningPill, silentPill, asidePill, words);
    if (sound != null) {
      row.getChildren().addAll(acknowledge, sound.node());
    } else {
      row.setMouseTransparent(true);
      List.of(criticalPill, warningPill, silentPill, asidePill)
          .forEach(pill -> pill.setFocusTraversable(false));
    }
    row.getChildren().add(time);
    row.setMinWidth(0);
    row.widthProperty().addListener((_, _, width) -> nameThePills(width.doubleValue()));
    row.getStyleClass().add("alarm-bar");
    below.getStyleClass().add("alarm-below");
    below.setMinWidth(0);
    root = new VBox(row);
    root.setMinWidth(0);
  }

  /// What stands at the end of the bar.
  private List<Node> last() {
    return sound == null ? List.of(time) : List.of(sound.node(), time);
  }

  private static VBox brand(String place) {
    Label line = Nodes.label(place, "place");
    VBox brand = new VBox(Nodes.label("Cryox", "product"), line);
    brand.getStyleClass().add("brand");
    brand.setAlignment(Pos.CENTER_LEFT);
    return brand;
  }

  private Button pill(String style, Shapes shape, Label count, String name) {
    Button pill = new Button();
    pill.setGraphic(Nodes.row(6, shape.node("sign"), count, Nodes.label(name, "pill-name")));
    pill.getStyleClass().setAll("pill", style);
    pill.setId("pill-" + style);
    pill.setMinWidth(Region.USE_PREF_SIZE);
    pill.setTooltip(new Tooltip(name));
    pill.setOnAction(_ -> context.frame().go(new Destination.Alarms(null)));
    return pill;
  }

  private void nameThePills(double width) {
    row.setSpacing(width >= ROOM_FOR_NAMES ? 12 : 8);
    for (Button pill : List.of(criticalPill, warningPill, silentPill, asidePill)) {
      Node name = ((HBox) pill.getGraphic()).getChildren().getLast();
      name.setManaged(width >= ROOM_FOR_NAMES);
      name.setVisible(width >= ROOM_FOR_NAMES);
    }
  }

  Node node() {
    return root;
  }

  /// Gives the words of the alarm a line of their own where there is little room, or takes them
  /// back beside the counts.
  void tighten(boolean tight) {
    if (tight == root.getChildren().contains(below)) {
      return;
    }
    row.pseudoClassStateChanged(TIGHT, tight);
    below.pseudoClassStateChanged(TIGHT, tight);
    if (tight) {
      row.getChildren().set(row.getChildren().indexOf(words), gap);
      row.getChildren().removeAll(last());
      below.getChildren().add(words);
      below.getChildren().addAll(last());
      root.getChildren().add(below);
    } else {
      root.getChildren().remove(below);
      below.getChildren().clear();
      row.getChildren().set(row.getChildren().indexOf(gap), words);
      row.getChildren().addAll(last());
    }
  }

  void show(LiveSnapshot snapshot, Instant now) {
    AlarmBarModel next = AlarmBarModel.of(snapshot, now, context.units());
    clock.setText(context.units().time(now));
    zone.setText(context.units().zoneName(now));
    if (!next.equals(shown)) {
      shown = next;
      count(criticalPill, critical, next.critical());
      count(warningPill, warning, next.warning());
      count(silentPill, silent, next.silent());
      count(asidePill, aside, next.aside());
      words(next);
    }
    flash(next, now);
    if (sound != null) {
      sound.show(snapshot, now);
    }
  }

  /// Mutes what sounds for a while.
  void mute() {
    if (sound != null) {
      sound.muteForAWhile();
    }
  }

  private void count(Button pill, Label label, int count) {
    label.setText(context.units().count(count));
    pill.pseudoClassStateChanged(EMPTY, count == 0);
    pill.setAccessibleText(
        count + " " + ((Label) ((HBox) pill.getGraphic()).getChildren().get(2)).getText());
  }

  private void words(AlarmBarModel now) {
    headline.setText(now.headline());
    headline.getParent().setManaged(now.worst() != null);
    headline.getParent().setVisible(now.worst() != null);
    next.setText(now.next());
    sentence.setText(now.sentence());
    Alarm worst = now.worst();
    if (worst == null) {
      Nodes.wear(headline, "label", "headline");
      Nodes.wear(sentence, "label", "sentence", "muted");
    } else {
      Nodes.wear(headline, "label", "headline", AlarmWords.style(worst));
      Nodes.wear(sentence, "label", "sentence");
    }
    acknowledge.setDisable(worst == null || acknowledging);
  }

  private void flash(AlarmBarModel next, Instant now) {
    boolean dim =
        !context.still().get()
            && next.worst() != null
            && now.toEpochMilli() / FLASH_HALF_MS % 2 == 1;
    headline.pseudoClassStateChanged(DIM, dim);
    boolean present = next.worst() != null && next.worst().state().isAbnormal();
    criticalPill.pseudoClassStateChanged(DIM, dim && present && next.critical() > 0);
  }

  private void openWorst() {
    if (shown != null && shown.worst() != null) {
      context.frame().go(new Destination.Alarms(shown.worst().alarmId()));
    }
  }

  /// Where the backend runs, as the bar says it.
  String place() {
    return place;
  }

  /// How many alarms still have to be acknowledged.
  int unacknowledged() {
    return shown == null ? 0 : shown.unacknowledged();
  }

  /// Acknowledges the alarm that the bar names, if it names one.
  void acknowledge() {
    if (shown == null || shown.worst() == null || acknowledging) {
      return;
    }
    String alarmId = shown.worst().alarmId();
    acknowledging = true;
    acknowledge.setDisable(true);
    context
        .background()
        .call(
            () -> context.session().alarmActions().acknowledge(List.of(alarmId), ""),
            _ -> acknowledged(null),
            this::acknowledged);
  }

  private void acknowledged(@Nullable String trouble) {
    acknowledging = false;
    shown = null;
    if (trouble != null) {
      context.frame().say(trouble);
    }
    context.pulse().beatNow();
  }
}
