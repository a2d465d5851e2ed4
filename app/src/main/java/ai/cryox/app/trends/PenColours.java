package ai.cryox.app.trends;

import ai.cryox.app.theme.Palette;
import java.util.List;
import javafx.scene.paint.Color;

/// The colours of pens: calm ones, which no alarm has. They come again after a while; the numbers
/// tell pens apart. Pure.
final class PenColours {
  private PenColours() {}

  /// The colour of the pen at this place, from 0.
  static Color of(Palette palette, int index) {
    List<Color> colours = List.of(palette.pen(), palette.pen2(), palette.pen3(), palette.pen4());
    return colours.get(index % colours.size());
  }
}
