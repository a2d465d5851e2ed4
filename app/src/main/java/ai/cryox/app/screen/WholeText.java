package ai.cryox.app.screen;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Shows whole what is cut for want of room while the mouse is over it. One tooltip for many
/// labels, made when the first one needs it: each is a window of its own that holds 50 kB, and only
/// one is ever shown. FX thread only.
public final class WholeText {
  private @Nullable Tooltip tooltip;

  /// Tells this label's text whenever it is cut.
  public void of(Labeled label) {
    label.setOnMouseEntered(_ -> label.setTooltip(isCut(label) ? saying(label.getText()) : null));
  }

  /// The skin shows fewer letters than there are.
  private static boolean isCut(Labeled label) {
    String text = label.getText();
    return text != null
        && !text.isEmpty()
        && label.lookup(".text") instanceof Text shown
        && !shown.getText().equals(text);
  }

  private Tooltip saying(String text) {
    if (tooltip == null) {
      tooltip = new Tooltip();
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(480);
    }
    tooltip.setText(text);
    return tooltip;
  }
}
