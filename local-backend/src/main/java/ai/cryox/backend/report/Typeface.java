package ai.cryox.backend.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The fonts that reports bring with them, all free. In each family the first that has a letter is
/// taken.
enum Typeface {
  REGULAR("/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf", "Roboto", 400),
  BOLD("/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf", "Roboto", 700),
  MONO(
      "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf", "JetBrains Mono", 400),

  /// For scripts that Roboto lacks, such as Armenian, Georgian, Hebrew and Arabic.
  WIDE("fonts/DejaVuSans.ttf", "DejaVu Sans", 400),

  /// For Chinese and Japanese.
  IDEOGRAPHS("fonts/DroidSansFallbackFull.ttf", "Droid Sans Fallback", 400);

  private final String resource;
  private final String family;
  private final int weight;

  Typeface(String resource, String family, int weight) {
    this.resource = resource;
    this.family = family;
    this.weight = weight;
  }

  String family() {
    return family;
  }

  int weight() {
    return weight;
  }

  /// Whether it is only loaded if a text needs it.
  boolean isSpare() {
    return this == WIDE || this == IDEOGRAPHS;
  }

  byte[] bytes() {
    try (InputStream font =
        Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource)) {
      return font.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own font is broken.", broken);
    }
  }
}
