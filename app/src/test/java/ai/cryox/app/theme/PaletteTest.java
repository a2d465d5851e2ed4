package ai.cryox.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaletteTest {
  private static final Pattern TOKEN = Pattern.compile("-cx-([a-z-]+): (#[0-9a-f]{6});");

  /// WCAG 2.2, 1.4.3 level AA, for text of normal size.
  private static final double LEAST_CONTRAST = 4.5;

  @ParameterizedTest
  @CsvSource({"dark", "light"})
  void theStyleSheetHoldsTheColoursThatCanvasesDrawWith(String theme) throws IOException {
    assertEquals(new TreeMap<>(palette(theme).byToken()), sheet(theme));
  }

  @ParameterizedTest
  @CsvSource({
    "text, ground",
    "text, panel",
    "text, tile",
    "text, band",
    "text, critical-ground",
    "text, warning-ground",
    "muted, ground",
    "muted, panel",
    "muted, tile",
    "muted, band",
    "muted, critical-ground",
    "muted, warning-ground",
    "on-accent, accent",
    "on-critical, critical",
    "critical, panel",
    "critical, tile",
    "critical, critical-ground",
    "warning, panel",
    "warning, tile",
    "warning, warning-ground",
    "shelved, tile"
  })
  void whatMustBeReadStandsOutInBothThemes(String text, String ground) {
    for (String theme : new String[] {"dark", "light"}) {
      Map<String, Color> colours = palette(theme).byToken();
      double contrast = contrast(colour(colours, text), colour(colours, ground));
      assertTrue(
          contrast >= LEAST_CONTRAST,
          () -> "%s on %s in %s: %.2f".formatted(text, ground, theme, contrast));
    }
  }

  private static Color colour(Map<String, Color> colours, String token) {
    return Objects.requireNonNull(colours.get(token), token);
  }

  private static Palette palette(String theme) {
    return theme.equals("dark") ? Palette.DARK : Palette.LIGHT;
  }

  private static Map<String, Color> sheet(String theme) throws IOException {
    String name = "css/" + theme + ".css";
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
      return TOKEN
          .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .collect(
              Collectors.toMap(
                  found -> found.group(1),
                  found -> Color.web(found.group(2)),
                  (first, _) -> first,
                  TreeMap::new));
    }
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
