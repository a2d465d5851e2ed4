package ai.cryox.app.screen;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All that the selected line of a list says, beside the list. FX thread only.
public final class FactPanel {
  private static final double WIDTH = 320;

  private final VBox content = new VBox(12);
  private final ScrollPane root = Nodes.scroll(content);

  /// A name and what it is.
  public record Fact(String name, String value) {}

  /// An empty panel.
  ///
  /// @param id of its node
  public FactPanel(String id) {
    content.getStyleClass().add("panel");
    root.setPrefWidth(WIDTH);
    root.setMinWidth(WIDTH);
    root.setId(id);
    show(List.of());
  }

  /// The node to show.
  public Node node() {
    return root;
  }

  /// Shows these instead, and what can be done about them; without any the list has all the room.
  public void show(List<Fact> facts, Node... below) {
    root.setVisible(!facts.isEmpty());
    root.setManaged(!facts.isEmpty());
    content.getChildren().setAll(facts.stream().map(FactPanel::both).toList());
    content.getChildren().addAll(below);
  }

  private static Node both(Fact fact) {
    Label value = Nodes.label(fact.value(), "card-text");
    value.setWrapText(true);
    value.setMinHeight(Region.USE_PREF_SIZE);
    VBox both = new VBox(2, Nodes.label(fact.name(), "muted"), value);
    both.setAccessibleText(fact.name() + ": " + fact.value());
    return both;
  }
}
