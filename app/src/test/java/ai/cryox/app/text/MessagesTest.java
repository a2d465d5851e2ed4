package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.overview.Density;
import ai.cryox.app.overview.Grouping;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.Place;
import ai.cryox.core.classify.Band;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.reading.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z]\\w*)\"");
  private static final Pattern ONE_THINGS =
      Pattern.compile(
          "\\b1 (?!ms\\b|is\\b|was\\b|has\\b|puts\\b|takes\\b|vouches\\b|says\\b|makes\\b|goes\\b)[a-z]+s\\b(?!/)");
  private static final Pattern RAW_KEY =
      Pattern.compile("Nodes\\.(button|keyCap)\\([^;]*?[ (]\"(Ctrl\\+[^\"]*|Enter|Del)\",");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  @Test
  void germanHasExactlyTheKeysOfEnglish() throws IOException {
    assertEquals(keys(bundle("messages")), keys(bundle("messages_de")));
  }

  @Test
  void everyTextTakesTheSameValuesInBothLanguages() throws IOException {
    Properties german = bundle("messages_de");
    bundle("messages")
        .forEach((key, text) ->
            assertEquals(
                placeholders(String.valueOf(text)),
                placeholders(String.valueOf(german.get(key))),
                () -> "values of " + key));
  }

  @Test
  void everyKeyWrittenInTheSourcesExists() throws IOException {
    Set<String> keys = keys(bundle("messages"));
    Set<String> areas =
        keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> written = literals();
    assertFalse(written.isEmpty());
    for (String key : written) {
      if (areas.contains(key.substring(0, key.indexOf('.')))) {
        assertTrue(keys.contains(key), () -> key + " is used and not in messages.properties");
      }
    }
  }

  /// English tells one from many by the noun's end, so a text that is filled with ones shows it.
  @Test
  void nobodyReadsOfOneThings() throws IOException {
    Messages messages = Messages.in(Locale.ENGLISH);
    Set<String> wrong = new TreeSet<>();
    for (String key : keys(bundle("messages"))) {
      if (messages.text(key).contains("{")) {
        String said = messages.text(key, 1, 1, 1, 1, 1);
        if (ONE_THINGS.matcher(said).find()) {
          wrong.add(key + "=" + said);
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void keysAreNamedAsTheyArePrintedInTheLanguage() {
    Messages german = Messages.in(Locale.GERMAN);
    assertEquals("Strg+Umschalt+S", german.key("Ctrl+Shift+S"));
    assertEquals("Strg+,", german.key("Ctrl+,"));
    assertEquals("Entf", german.key("Del"));
    assertEquals("F5", german.key("F5"));
    assertEquals("Ctrl++", Messages.in(Locale.ENGLISH).key("Ctrl++"));
  }

  /// Whatever stands on a button goes through {@link Messages#key}.
  @Test
  void noButtonShowsTheKeyOfAnotherLanguage() throws IOException {
    Set<String> raw = new TreeSet<>();
    for (Path file : sources()) {
      RAW_KEY
          .matcher(Files.readString(file))
          .results()
          .forEach(result -> raw.add(file.getFileName() + ": " + result.group()));
    }
    assertEquals(Set.of(), raw);
  }

  @Test
  void everyConstantThatIsShownHasAName() {
    Map<String, List<? extends Enum<?>>> shown =
        Map.of(
            "place", List.of(Place.values()),
            "severity", List.of(Severity.values()),
            "state", List.of(AlarmState.values()),
            "guidance", List.of(Condition.values()),
            "tag", Stream.concat(Stream.of(Band.values()), Stream.of(Condition.values())).toList(),
            "fault", List.of(Fault.Reason.values()),
            "faultAdvice", List.of(Fault.Reason.values()),
            "group", List.of(Grouping.values()),
            "link", List.of(LinkState.values()),
            "density", List.of(Density.values()));
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Messages messages = Messages.in(locale);
      shown.forEach((prefix, constants) ->
          constants.forEach(constant -> assertFalse(messages.of(prefix, constant) == null)));
    }
  }

  private static Set<String> literals() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : sources()) {
      LITERAL
          .matcher(Files.readString(file))
          .results()
          .map(result -> result.group(1))
          .forEach(found::add);
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keys(Properties bundle) {
    return new TreeSet<>(bundle.stringPropertyNames());
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name + ".properties");
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
