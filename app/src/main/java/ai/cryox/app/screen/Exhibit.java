package ai.cryox.app.screen;

import java.util.List;
import javafx.scene.Node;

/// Controls of one kind in all their states, to be looked at side by side.
///
/// @param name what kind, as the texts of the gallery name it
/// @param nodes one below the other
public record Exhibit(String name, List<Node> nodes) {
  public Exhibit {
    nodes = List.copyOf(nodes);
  }

  /// Of these nodes.
  public static Exhibit of(String name, Node... nodes) {
    return new Exhibit(name, List.of(nodes));
  }
}
