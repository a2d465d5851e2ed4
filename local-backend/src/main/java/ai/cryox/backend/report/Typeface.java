package ai.cryox.backend.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The fonts that reports bring with them, all free.
enum Typeface {
  REGULAR("/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf", "Roboto", 400),
  BOLD("/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf", "Roboto", 700),
  MONO(
      "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf", "JetBrains Mono", 400);

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

  InputStream open() {
    return Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource);
  }

  byte[] bytes() {
    try (InputStream font = open()) {
      return font.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own font is broken.", broken);
    }
  }
}
