package ai.cryox.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The pages of help in one language. A page is a text file: its title, then a paragraph a line; a
/// line that begins with `- ` is one of a list. Thread-safe.
public final class HelpBook {
  private static final List<String> NAMES =
      List.of(
          "what-to-do",
          "shapes",
          "acknowledge",
          "shelve",
          "device",
          "trends",
          "excursions",
          "handover",
          "floor-plan",
          "energy",
          "limits",
          "alarm-health",
          "who-is-called",
          "connect-sensor",
          "registry",
          "calibrations",
          "reports",
          "audit",
          "settings",
          "servers",
          "sign-in");

  private final List<Topic> topics;

  private HelpBook(List<Topic> topics) {
    this.topics = topics;
  }

  /// One page.
  ///
  /// @param name lasting, the same in all languages
  /// @param title what it is about
  /// @param paragraphs one or more; those of a list begin with `- `
  public record Topic(String name, String title, List<String> paragraphs) {
    public Topic {
      paragraphs = List.copyOf(paragraphs);
    }

    /// Its first paragraph.
    public String first() {
      return paragraphs.getFirst();
    }

    /// Whether it says all these words, in upper or lower case.
    public boolean says(String words) {
      String all = (title + '\n' + String.join("\n", paragraphs)).toLowerCase(Locale.ROOT);
      for (String word : words.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
        if (!all.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /// The book in this language, in English where there is none.
  public static HelpBook in(Locale locale) {
    String language = locale.getLanguage().equals("de") ? "de" : "en";
    return new HelpBook(NAMES.stream().map(name -> read(language, name)).toList());
  }

  /// All pages, the most wanted first.
  public List<Topic> topics() {
    return topics;
  }

  /// The same, but this page before all others.
  ///
  /// @param name of a page; another name changes nothing
  List<Topic> startingWith(String name) {
    return topics.stream()
        .sorted(Comparator.comparing(topic -> !topic.name().equals(name)))
        .toList();
  }

  private static Topic read(String language, String name) {
    String file = language + "/" + name + ".txt";
    try (InputStream in = HelpBook.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The help page " + file + " is missing from the program.");
      }
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      return new Topic(name, lines.getFirst(), lines.subList(1, lines.size()));
    } catch (IOException broken) {
      throw new UncheckedIOException("The help page " + file + " cannot be read.", broken);
    }
  }
}
