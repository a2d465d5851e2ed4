package ai.cryox.backend.report;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/// Draws words as outlines, without the fonts of the machine. One thread.
final class Lettering {
  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  /// @param fonts open as long as this is used
  Lettering(Fonts fonts, Typeface face) {
    font = fonts.font(face);
    glyphs = fonts.glyphs(face);
  }

  /// Where a text is set.
  enum Align {
    LEFT(0),
    CENTRE(0.5),
    RIGHT(1);

    private final double part;

    Align(double part) {
      this.part = part;
    }

    /// How much of a text stands before its place, 0 to 1.
    double part() {
      return part;
    }
  }

  /// The outlines of a text on a base line.
  ///
  /// @param x of its beginning, middle or end
  /// @param y of the base line, growing downwards
  /// @param size of the letters
  Shape outline(String text, double x, double y, double size, Align align) {
    try {
      double scale = size / font.getUnitsPerEm();
      Path2D all = new Path2D.Double();
      double at = x - align.part * width(text, size);
      for (int i = 0; i < text.length(); ) {
        int code = text.codePointAt(i);
        i += Character.charCount(code);
        int glyph = glyphs.getGlyphId(code);
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null && data.getPath() != null) {
          all.append(place.createTransformedShape(data.getPath()), false);
        }
        at += font.getAdvanceWidth(glyph) * scale;
      }
      return all;
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own font is broken.", broken);
    }
  }

  /// How wide a text is.
  double width(String text, double size) {
    try {
      double width = 0;
      for (int i = 0; i < text.length(); ) {
        int code = text.codePointAt(i);
        i += Character.charCount(code);
        width += font.getAdvanceWidth(glyphs.getGlyphId(code));
      }
      return width * size / font.getUnitsPerEm();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own font is broken.", broken);
    }
  }
}
