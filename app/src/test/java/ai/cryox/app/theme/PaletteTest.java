package ai.cryox.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PaletteTest {
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(|gradient|derive\\(|ladder\\(");
  private static final Pattern NAMED = Pattern.compile("(?:color|fill|stroke): *([a-z]+) *[;,]");
  private static final Pattern TOKEN = Pattern.compile("-cx-([a-z0-9-]+)");
  private static final Pattern DEFINED = Pattern.compile("(?m)^ *-cx-([a-z0-9-]+): ");
  private static final Pattern TYPE = Pattern.compile("-fx-font-size: *([0-9.]+)px");
  private static final Pattern SPACE =
      Pattern.compile("-fx-(?:padding|(?:min|pref|max)-height): *([^;]+);");
  private static final Pattern MADE_UP = Pattern.compile("Color\\.(web|rgb|hsb|color|gray)\\(");

  @Test
  void theStyleSheetNamesNoColourOfItsOwn() throws IOException {
    String sheet = sheet();
    assertEquals(List.of(), all(COLOUR, sheet, 0));
    assertEquals(
        Set.of("transparent"), new TreeSet<>(all(NAMED, sheet, 1)), "colours by their names");
  }

  @Test
  void everyTokenOfTheStyleSheetIsAColourOfEveryPalette() throws IOException {
    Set<String> used = new TreeSet<>(all(TOKEN, sheet(), 1));
    assertTrue(used.size() > 10);
    for (Palette palette : List.of(Palette.DARK, Palette.LIGHT, Palette.HIGH_CONTRAST)) {
      Set<String> defined = new TreeSet<>(all(DEFINED, TokenSheet.of(palette), 1));
      assertEquals(new TreeSet<>(palette.byToken().keySet()), defined);
      assertTrue(defined.containsAll(used), () -> used + " in " + defined);
    }
  }

  @Test
  void noScreenMixesAColourThatIsNoToken() throws IOException {
    Path sources = Path.of("src/main/java/ai/cryox/app");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        assertTrue(
            file.endsWith("Palette.java") || !MADE_UP.matcher(text).find(),
            () -> file + " makes a colour; take a token of Palette");
      }
    }
  }

  @Test
  void theStyleSheetKeepsToTheScaleOfType() throws IOException {
    Set<String> scale =
        Arrays.stream(Type.values())
            .map(type -> String.valueOf(type.px()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used = new TreeSet<>(all(TYPE, sheet(), 1));
    assertTrue(scale.containsAll(used), () -> used + " is not all in " + scale);
  }

  @Test
  void spacesStandOnAGridOfFourPixels() throws IOException {
    for (String spaces : all(SPACE, sheet(), 1)) {
      for (String space : spaces.trim().split(" +")) {
        int px = Integer.parseInt(space.replace("px", ""));
        assertTrue(px <= 3 || px % 4 == 0, () -> spaces);
      }
    }
  }

  private static List<String> all(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(group)).toList();
  }

  private static String sheet() throws IOException {
    String name = "css/base.css";
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
