package ai.cryox.app.trends;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is beside a trend: its pens, what can be done with them, and what its marks mean. FX thread
/// only.
final class PenPanel {
  private static final double WIDTH = 300;

  private final VBox root;

  PenPanel(Messages messages, PenList pens, PenDeeds deeds) {
    Button add = Nodes.button(messages.text("trends.add"), "P", deeds::add);
    add.setId("pen-new");
    Button remove =
        Nodes.button(messages.text("trends.remove"), messages.key("Del"), deeds::remove);
    remove.setId("pen-remove");
    Button groups = Nodes.button(messages.text("trends.groups"), "S", deeds::showGroups);
    groups.setId("pen-groups");
    groups.setVisible(deeds.areGroupsKept());
    groups.setManaged(deeds.areGroupsKept());
    Label legend = Nodes.label(messages.text("trends.legend"), "muted", "small");
    legend.setWrapText(true);
    legend.setMinHeight(Region.USE_PREF_SIZE);
    root = new VBox(12, pens.node(), Nodes.flow(add, remove, groups), legend);
    root.getStyleClass().add("panel");
    root.setMinWidth(WIDTH);
    root.setPrefWidth(WIDTH);
    root.setMaxWidth(WIDTH);
    BorderPane.setMargin(root, new Insets(0, 0, 0, 12));
  }

  Node node() {
    return root;
  }
}
