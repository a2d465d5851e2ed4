package ai.cryox.app.preferences;

import ai.cryox.app.screen.Nodes;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One thing that can be chosen: what it is called, what it does, and what chooses it.
///
/// @param title in words
/// @param why what it does
/// @param control what chooses it
record SettingRow(String title, String why, Node control) {
  private static final double WORDS = 400;

  /// Whether all these words are said of it.
  boolean says(String section, String words) {
    String all = (section + ' ' + title + ' ' + why).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /// The row to show.
  Node node() {
    Label explained = Nodes.label(why, "muted");
    explained.setWrapText(true);
    explained.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(2, Nodes.label(title, "bold"), explained);
    // A width of its own: else the row would reckon how high it is before it knows how wide.
    words.setMinWidth(WORDS);
    words.setPrefWidth(WORDS);
    words.setMaxWidth(WORDS);
    Region row = Nodes.tools(24, words, Nodes.spacer(), control);
    row.setAccessibleText(title + ". " + why);
    return row;
  }
}
