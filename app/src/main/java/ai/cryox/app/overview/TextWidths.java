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
  private final Map<String, String> names = new HashMap<>();
  private int elidedFor = -1;
  private int namesFor = -1;

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

  /// The same of a name, of which its last word stays where there is room: what is called alike is
  /// told apart by its number.
  String fitName(String name, int most) {
    if (of(name) <= most) {
      return name;
    }
    if (most != namesFor || names.size() >= KEPT) {
      names.clear();
      namesFor = most;
    }
    return names.computeIfAbsent(name, whole -> cutName(whole, most));
  }

  private String cutName(String name, int most) {
    int space = name.lastIndexOf(' ');
    String end = space < 0 ? "" : name.substring(space);
    return end.isEmpty() || of(end) > most / 2.0
        ? cut(name, most)
        : cut(name.substring(0, space), most - (int) of(end)) + end;
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
