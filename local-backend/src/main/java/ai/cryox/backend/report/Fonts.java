package ai.cryox.backend.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// The fonts of one report, each read once and only when it is needed. Close it when the report was
/// saved. One thread.
final class Fonts implements AutoCloseable {
  private static final int LAST_ASCII = 0x7E;

  private final Map<Typeface, TrueTypeFont> read = new EnumMap<>(Typeface.class);
  private final Map<Typeface, PDFont> embedded = new EnumMap<>(Typeface.class);

  /// A font, without its ligatures: they cost more than all other text and hide letters from
  /// whoever copies them.
  TrueTypeFont font(Typeface face) {
    return read.computeIfAbsent(face, Fonts::read);
  }

  private static TrueTypeFont read(Typeface face) {
    try {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
      font.setEnableGsub(false);
      return font;
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  private static UncheckedIOException unusable(IOException broken) {
    return new UncheckedIOException("The program's own font is broken.", broken);
  }

  /// A font in a document, of which those letters are put into the file that are used. Always of
  /// the same document.
  PDFont in(PDDocument document, Typeface face) {
    return embedded.computeIfAbsent(
        face,
        one -> {
          try {
            return PDType0Font.load(document, font(one), true);
          } catch (IOException broken) {
            throw unusable(broken);
          }
        });
  }

  /// Whether a font has a letter.
  boolean has(Typeface face, int letter) {
    return glyphs(face).getGlyphId(letter) != 0;
  }

  CmapLookup glyphs(Typeface face) {
    try {
      return font(face).getUnicodeCmapLookup();
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  /// Whether a text has letters that only spare fonts may have.
  boolean needsSpare(String text) {
    return text.codePoints().anyMatch(letter -> isBeyond(letter));
  }

  /// Whether a text has letters that no font has. Spare fonts are read to answer that.
  boolean lacks(String text) {
    return text.codePoints()
        .anyMatch(letter -> isBeyond(letter) && faceOf(letter, Typeface.REGULAR) == null);
  }

  private boolean isBeyond(int letter) {
    return letter > LAST_ASCII && !has(Typeface.REGULAR, letter);
  }

  /// The font that a letter is taken from: the first choice, or a spare one, or `null` if none has
  /// it.
  @Nullable Typeface faceOf(int letter, Typeface first) {
    if (has(first, letter)) {
      return first;
    }
    for (Typeface face : Typeface.values()) {
      if (face.isSpare() && has(face, letter)) {
        return face;
      }
    }
    return null;
  }

  @Override
  public void close() {
    try {
      for (TrueTypeFont font : read.values()) {
        font.close();
      }
    } catch (IOException harmless) {
      throw new UncheckedIOException(harmless);
    }
  }
}
