package ai.cryox.app.shell;

import ai.cryox.app.screen.Nodes;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Says across the window why what it shows must not be trusted; not there while all is well. FX
/// thread only.
final class TroubleBanner {
  private final Label words = Nodes.label("", "banner");

  TroubleBanner() {
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setId("banner");
  }

  Label node() {
    return words;
  }

  /// @param trouble `null` if all is well
  void show(@Nullable Trouble trouble) {
    words.setVisible(trouble != null);
    words.setManaged(trouble != null);
    words.setText(trouble == null ? "" : trouble.sentence());
  }

  /// Whether this is said already, alone or with more.
  boolean says(String sentence) {
    return words.isVisible() && words.getText().contains(sentence);
  }
}
