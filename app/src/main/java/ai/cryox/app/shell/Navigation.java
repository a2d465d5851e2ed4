package ai.cryox.app.shell;

import ai.cryox.app.finder.Command;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Frame;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.theme.Icons;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.SignedIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The way to every screen, on the left. FX thread only.
final class Navigation {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  /// What an entry takes where there is room, px.
  private static final double USUAL_ENTRY = 40;

  private final Frame frame;
  private final Messages messages;
  private final VBox root = new VBox();
  private final ScrollPane scroll = Nodes.sharp(new ScrollPane(root));
  private final Label badge = Nodes.label("", "badge");
  private final Map<Class<? extends Destination>, Button> entries = new LinkedHashMap<>();
  private final Map<Class<? extends Destination>, String> titles = new LinkedHashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final Set<Feature> features;
  private int unacknowledged;

  /// @param who is signed in: what they may not see has no entry
  /// @param features what the backend can do
  /// @param travels whether there is a way to other backends
  /// @param isNew whether nothing has been heard here yet
  Navigation(
      Frame frame,
      Messages messages,
      SignedIn who,
      Runnable switchTheme,
      Set<Feature> features,
      boolean travels,
      boolean isNew) {
    this.frame = frame;
    this.messages = messages;
    root.getStyleClass().add("navigation");
    scroll.getStyleClass().add("nav-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setMinSize(Region.USE_PREF_SIZE, 0);
    scroll.setFocusTraversable(false);
    this.features = Set.copyOf(features);
    if (isNew) {
      add("firstSteps", "Ctrl+I", new Destination.FirstSteps());
    }
    add("overview", "F2", new Destination.Overview(null));
    add("floor_plan", "F10", new Destination.FloorPlan());
    add("alarms", "F3", new Destination.Alarms(null));
    add("device", "F4", new Destination.OneDevice(null));
    add("trends", "Ctrl+G", new Destination.Trends(null, null, null));
    add("energy", "Ctrl+J", new Destination.Energy());
    add("excursions", "Ctrl+E", new Destination.Excursions());
    add("reports", "Ctrl+R", new Destination.Reports(null));
    add("health", "F5", new Destination.Health());
    add("handover", "F7", new Destination.Handover());
    add("profiles", "F8", new Destination.Profiles());
    add("callouts", "F9", new Destination.Callouts());
    add("rejected", "F6", new Destination.Rejected());
    add("registry", "Ctrl+D", new Destination.Registry());
    add("calibrations", "Ctrl+B", new Destination.Calibrations());
    if (who.grants().maySomewhere(Action.SEE_AUDIT)) {
      add("audit", "F12", new Destination.Audit());
    }
    if (who.grants().maySomewhere(Action.MANAGE_PEOPLE)) {
      add("people", "Ctrl+P", new Destination.People());
    }
    Region rest = new Region();
    VBox.setVgrow(rest, Priority.ALWAYS);
    Button theme =
        entry(
            "theme",
            Icons.THEME,
            messages.text("action.theme"),
            messages.key("Ctrl+T"),
            switchTheme);
    root.getChildren().add(rest);
    if (travels) {
      add("servers", "Ctrl+O", new Destination.Servers());
    }
    root.getChildren().add(theme);
    add("settings", "Ctrl+,", new Destination.Settings());
    scroll
        .heightProperty()
        .addListener((_, _, height) ->
            root.pseudoClassStateChanged(
                LOW, height.doubleValue() < (root.getChildren().size() - 1) * USUAL_ENTRY));
    showUnacknowledged(0);
  }

  /// What a backend must be able to do for a screen to make sense; `null` for those that always do.
  static @Nullable Feature needs(Destination destination) {
    return switch (destination) {
      case Destination.Health _ -> Feature.ALARM_HEALTH;
      case Destination.Handover _, Destination.Excursions _ -> Feature.EXCURSIONS;
      case Destination.Audit _ -> Feature.AUDIT;
      case Destination.FloorPlan _ -> Feature.FLOOR_PLANS;
      case Destination.Reports _ -> Feature.REPORTS;
      case Destination.Calibrations _ -> Feature.CALIBRATIONS;
      case Destination.Profiles _ -> Feature.PROFILES;
      case Destination.Callouts _ -> Feature.CALLOUTS;
      case Destination.Rejected _ -> Feature.REJECTIONS;
      case Destination.Energy _ -> Feature.ENERGY;
      case Destination.Overview _,
          Destination.Alarms _,
          Destination.OneDevice _,
          Destination.Trends _,
          Destination.Registry _,
          Destination.People _,
          Destination.FirstSteps _,
          Destination.Servers _,
          Destination.Settings _,
          Destination.Gallery _ ->
          null;
    };
  }

  /// Not there if the backend cannot do it.
  private void add(String name, String combination, Destination destination) {
    Feature needed = needs(destination);
    if (needed != null && !features.contains(needed)) {
      return;
    }
    String title = messages.text("nav." + name);
    String key = messages.key(combination);
    Icons icon = Icons.valueOf(name.toUpperCase(Locale.ROOT));
    Button entry = entry("nav-" + name, icon, title, key, () -> frame.go(destination));
    if (destination instanceof Destination.Alarms) {
      ((HBox) entry.getGraphic()).getChildren().add(3, badge);
    }
    entries.put(destination.getClass(), entry);
    titles.put(destination.getClass(), title);
    commands.add(new Command("nav-" + name, title, key, true, () -> frame.go(destination)));
    root.getChildren().add(entry);
  }

  private static Button entry(String id, Icons icon, String title, String key, Runnable action) {
    Label name = Nodes.label(title, "nav-title");
    name.setMinWidth(0);
    Label cap = Nodes.keyCap(key);
    cap.setMinWidth(Region.USE_PREF_SIZE);
    HBox content = Nodes.row(8, icon.node(), name, Nodes.spacer(), cap);
    Button entry = new Button();
    entry.setGraphic(content);
    entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    entry.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(entry.widthProperty().subtract(40));
    entry.getStyleClass().setAll("nav-entry");
    entry.setId(id);
    entry.setAccessibleText(title + ", " + key);
    entry.setOnAction(_ -> action.run());
    return entry;
  }

  /// What a screen is called here; empty if it has no entry.
  String title(Destination destination) {
    return titles.getOrDefault(destination.getClass(), "");
  }

  /// The ways to the screens, for those who would rather type.
  List<Command> commands() {
    return List.copyOf(commands);
  }

  Node node() {
    return scroll;
  }

  /// Leaves the icons only where there is no room for words; what they mean then comes as a
  /// tooltip.
  void narrow(boolean wanted) {
    root.pseudoClassStateChanged(NARROW, wanted);
    for (Node child : root.getChildren()) {
      if (child instanceof Button entry) {
        entry.setTooltip(wanted ? new Tooltip(entry.getAccessibleText()) : null);
        for (Node part : ((HBox) entry.getGraphic()).getChildren()) {
          // How many alarms there are, the bar above says as well.
          boolean words =
              part.getStyleClass().contains("nav-title")
                  || part.getStyleClass().contains("key-cap")
                  || part.equals(badge);
          part.setManaged(!words || !wanted);
          part.setVisible((!words || !wanted) && (!part.equals(badge) || unacknowledged > 0));
        }
      }
    }
  }

  void showCurrent(Destination destination) {
    entries.forEach((kind, entry) ->
        entry.pseudoClassStateChanged(CURRENT, kind.equals(destination.getClass())));
  }

  void showUnacknowledged(int count) {
    unacknowledged = count;
    badge.setText(String.valueOf(count));
    badge.setVisible(count > 0 && badge.isManaged());
  }
}
