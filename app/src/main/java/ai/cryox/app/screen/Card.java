package ai.cryox.app.screen;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question or a list above the screens: title, content, buttons. FX thread only.
public final class Card {
  private final VBox root = new VBox(12);

  /// A card so many px wide.
  public Card(String title, double width) {
    root.getStyleClass().add("card");
    root.setMaxSize(width, Region.USE_PREF_SIZE);
    root.setPrefWidth(width);
    root.setAccessibleText(title);
    root.getChildren().add(Nodes.label(title, "card-title"));
  }

  /// Adds a paragraph.
  public Card text(String words) {
    Label label = Nodes.label(words, "card-text");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    root.getChildren().add(label);
    return this;
  }

  /// Adds anything.
  public Card add(Node node) {
    root.getChildren().add(node);
    return this;
  }

  /// Adds a row of buttons at the right; some stand at the left if they are followed by a spacer.
  public Card buttons(Node... buttons) {
    boolean shared = Arrays.stream(buttons).anyMatch(ToolRow::isSpacer);
    ToolRow row = new ToolRow(12, buttons);
    if (!shared) {
      row.getChildren().addFirst(Nodes.spacer());
    }
    root.getChildren().add(row);
    return this;
  }

  /// The node to show.
  public Node node() {
    return root;
  }
}
