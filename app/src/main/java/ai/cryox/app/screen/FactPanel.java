package ai.cryox.app.screen;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All that the selected line of a list says, beside the list, and below it what can be done, which
/// stays in sight however long the rest is. FX thread only.
public final class FactPanel {
  private static final double WIDTH = 320;

  /// Px, where a list and a page stand beside it.
  private static final double LEAST = 264;

  private final VBox content = new VBox(12);
  private final VBox deeds = new VBox(12);
  private final VBox root;

  /// A name and what it is.
  public record Fact(String name, String value) {}

  /// An empty panel.
  ///
  /// @param id of its node
  public FactPanel(String id) {
    ScrollPane scroll = Nodes.scroll(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    deeds.setMinHeight(Region.USE_PREF_SIZE);
    root = new VBox(16, scroll, deeds);
    root.getStyleClass().add("panel");
    root.setPrefWidth(WIDTH);
    root.setMinWidth(LEAST);
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
    deeds.getChildren().setAll(below);
    deeds.setManaged(below.length > 0);
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
