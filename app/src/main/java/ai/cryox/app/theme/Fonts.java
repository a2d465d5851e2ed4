package ai.cryox.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The console's type: Roboto, whose figures are all of one width so that values do not jitter, and
/// JetBrains Mono for bytes. Both come with the program and look the same everywhere.
public final class Fonts {
  /// Family of text.
  public static final String TEXT = "Roboto";

  /// Family of bytes and keys.
  public static final String MONO = "JetBrains Mono";

  private static final String REGULAR = "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf";

  private static final List<String> OTHERS =
      List.of(
          "/com/formdev/flatlaf/fonts/roboto/Roboto-Medium.ttf",
          "/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

  private Fonts() {}

  /// Read when it is first asked for.
  private static final class Plain {
    static final Font FONT = read(REGULAR);
  }

  /// The same.
  private static final class Known {
    static final List<Font> ALL = OTHERS.stream().map(Fonts::read).toList();
  }

  /// Makes only text of normal weight known, once: all that the first window needs.
  public static void loadRegular() {
    if (!Plain.FONT.getFamily().equals(TEXT)) {
      throw new AssertionError("the font is another one");
    }
  }

  /// Makes the fonts known to the toolkit, once.
  public static void load() {
    loadRegular();
    if (Known.ALL.size() != OTHERS.size()) {
      throw new AssertionError("a font was lost");
    }
  }

  private static Font read(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      Font font = in == null ? null : Font.loadFont(in, 12);
      if (font == null) {
        throw new IllegalStateException("The font " + file + " is missing from the program.");
      }
      return font;
    } catch (IOException broken) {
      throw new UncheckedIOException("The font " + file + " cannot be read.", broken);
    }
  }

  /// Text of normal weight, px.
  public static Font regular(double size) {
    return Font.font(TEXT, FontWeight.NORMAL, size);
  }

  /// Text of heavy weight, px.
  public static Font bold(double size) {
    return Font.font(TEXT, FontWeight.BOLD, size);
  }
}
