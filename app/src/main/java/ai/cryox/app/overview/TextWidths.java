package ai.cryox.app.overview;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide texts are in one font, measured once each. FX thread only.
final class TextWidths {
  private static final int KEPT = 8_000;

  private final Font font;
  private final Text probe = new Text();
  private final Map<String, Double> widths = new HashMap<>();
  private final Map<String, String> elided = new HashMap<>();
  private int elidedFor = -1;

  TextWidths(Font font) {
    this.font = font;
    probe.setFont(font);
  }

  Font font() {
    return font;
  }

  /// Width of the text, px.
  double of(String text) {
    Double known = widths.get(text);
    if (known != null) {
      return known;
    }
    if (widths.size() >= KEPT) {
      widths.clear();
    }
    probe.setText(text);
    double width = Math.ceil(probe.getLayoutBounds().getWidth());
    widths.put(text, width);
    return width;
  }

  /// The text, cut with an ellipsis where it is wider than so many px.
  String fit(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    if (most != elidedFor || elided.size() >= KEPT) {
      elided.clear();
      elidedFor = most;
    }
    return elided.computeIfAbsent(text, whole -> cut(whole, most));
  }

  private String cut(String text, int most) {
    String rest = text;
    while (!rest.isEmpty() && measure(rest + "…") > most) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return rest.stripTrailing() + "…";
  }

  private double measure(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }
}
