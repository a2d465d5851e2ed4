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

  private static final List<String> FILES =
      List.of(
          "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf",
          "/com/formdev/flatlaf/fonts/roboto/Roboto-Medium.ttf",
          "/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

  private Fonts() {}

  /// Read when it is first asked for.
  private static final class Known {
    static final List<Font> ALL = FILES.stream().map(Fonts::read).toList();
  }

  /// Makes the fonts known to the toolkit, once.
  public static void load() {
    if (Known.ALL.size() != FILES.size()) {
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
