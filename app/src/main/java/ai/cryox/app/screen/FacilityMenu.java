package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.live.LiveSnapshot;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// All facilities or one of them. FX thread only.
public final class FacilityMenu {
  private final Units units;
  private final Messages messages;
  private final Runnable onChoose;
  private final MenuButton root = new MenuButton();
  private List<String> offered = List.of();
  private @Nullable String chosen;

  /// @param onChoose run when another is chosen
  public FacilityMenu(Units units, Runnable onChoose) {
    this.units = units;
    this.messages = units.messages();
    this.onChoose = onChoose;
    root.getStyleClass().add("flat-button");
    root.setMinWidth(Region.USE_PREF_SIZE);
    fill();
  }

  /// The node to show.
  public MenuButton node() {
    return root;
  }

  /// The facility chosen, or `null` for all.
  public @Nullable String chosen() {
    return chosen;
  }

  /// Chooses all of them again, without running anything.
  public void chooseAll() {
    if (chosen != null) {
      chosen = null;
      fill();
    }
  }

  /// Offers the facilities there are.
  public void offer(LiveSnapshot snapshot) {
    List<String> ids =
        List.copyOf(
            snapshot.devices().stream()
                .map(live -> live.device().facilityId())
                .collect(Collectors.toCollection(TreeSet::new)));
    if (!ids.equals(offered)) {
      offered = ids;
      chosen = null;
      fill();
    }
  }

  private void fill() {
    ToggleGroup one = new ToggleGroup();
    root.getItems().setAll(item(one, null, messages.text("alarms.all")));
    offered.forEach(id -> root.getItems().add(item(one, id, units.place(id))));
    say(messages.text("alarms.all"));
  }

  private RadioMenuItem item(ToggleGroup one, @Nullable String id, String name) {
    boolean isNamed = id != null && units.isNamed(id);
    RadioMenuItem item = new RadioMenuItem(isNamed ? name + "   " + id : name);
    item.setToggleGroup(one);
    item.setSelected(id == null);
    item.setOnAction(_ -> {
      chosen = id;
      say(name);
      onChoose.run();
    });
    return item;
  }

  private void say(String name) {
    root.setText(messages.text("alarms.facility", name));
    root.setAccessibleText(root.getText());
  }
}
