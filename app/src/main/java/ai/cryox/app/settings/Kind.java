package ai.cryox.app.settings;

import ai.cryox.app.wiring.HostPort;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;

/// What values a setting takes.
public final class Kind {
  /// On or off.
  public static final Kind FLAG = new Kind("true or false", (raw, folder) -> flag(raw));

  /// One text.
  public static final Kind TEXT = new Kind("a text in quotes", (raw, folder) -> text(raw));

  /// Several texts.
  public static final Kind TEXTS =
      new Kind("texts in brackets, like [\"a\", \"b\"]", (raw, folder) -> texts(raw));

  /// Several of what is parsed.
  ///
  /// @param parse throws IllegalArgumentException for what is none
  public static Kind parsedTexts(String expected, Function<String, Object> parse) {
    return new Kind(
        expected,
        (raw, folder) -> {
          if (!(texts(raw) instanceof List<?> texts)) {
            return null;
          }
          try {
            return texts.stream().map(text -> parse.apply("" + text)).toList();
          } catch (IllegalArgumentException none) {
            return null;
          }
        });
  }

  /// A host and a port.
  public static final Kind ADDRESS =
      parsed("HOST:PORT in quotes, like \"127.0.0.1:8080\"", HostPort::parse);

  /// A file or folder; one without a root lies beside the settings file.
  public static final Kind FILE =
      new Kind("the name of a file in quotes", (raw, folder) -> file(raw, folder));

  /// An address in the web, without anybody's password in it.
  public static final Kind URL =
      new Kind(
          "an address in quotes, like \"http://localhost:4318\", without user or password",
          (raw, folder) -> url(raw));

  private final String expected;
  private final Reader reader;

  private Kind(String expected, Reader reader) {
    this.expected = expected;
    this.reader = reader;
  }

  private interface Reader {
    /// @return `null` if the value is none of the kind
    @Nullable Object read(Object raw, Path folder);
  }

  /// What the command line reads by the same function.
  ///
  /// @param parse throws IllegalArgumentException for what is none
  public static Kind parsed(String expected, Function<String, Object> parse) {
    return new Kind(
        expected,
        (raw, folder) -> {
          try {
            return raw instanceof String || raw instanceof Long ? parse.apply("" + raw) : null;
          } catch (IllegalArgumentException none) {
            return null;
          }
        });
  }

  /// Whole numbers.
  public static Kind whole(int least, int most) {
    return new Kind(
        "a whole number from %d to %d".formatted(least, most),
        (raw, folder) ->
            raw instanceof Long number && number >= least && number <= most
                ? Integer.valueOf(number.intValue())
                : null);
  }

  /// One word of several.
  public static <E extends Enum<E>> Kind choice(Class<E> words) {
    List<E> all = List.of(words.getEnumConstants());
    String expected =
        all.stream().map(word -> '"' + word(word) + '"').collect(Collectors.joining(" or "));
    return new Kind(
        expected,
        (raw, folder) -> {
          for (E one : all) {
            if (raw instanceof String text && word(one).equalsIgnoreCase(text)) {
              return one;
            }
          }
          return null;
        });
  }

  /// An enum's constant as settings spell it.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What must stand there, to be read after "must be".
  public String expected() {
    return expected;
  }

  /// The value as the option's field has it.
  ///
  /// @param raw as the file's parser has it
  /// @param folder of the file
  /// @return `null` if the value is none of the kind
  @Nullable Object read(Object raw, Path folder) {
    return reader.read(raw, folder);
  }

  private static @Nullable Object flag(Object raw) {
    return raw instanceof Boolean ? raw : null;
  }

  private static @Nullable Object text(Object raw) {
    return raw instanceof String text && !text.isBlank() ? text : null;
  }

  private static @Nullable Object texts(Object raw) {
    if (!(raw instanceof TomlArray array)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object one : array.toList()) {
      if (!(one instanceof String text) || text.isBlank()) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  private static @Nullable Object file(Object raw, Path folder) {
    if (raw instanceof String text && !text.isBlank()) {
      try {
        return folder.resolve(text).normalize();
      } catch (InvalidPathException none) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Object url(Object raw) {
    if (raw instanceof String text) {
      try {
        URI uri = URI.create(text);
        boolean web = Arrays.asList("http", "https").contains(uri.getScheme());
        return web && uri.getHost() != null && uri.getUserInfo() == null ? uri : null;
      } catch (IllegalArgumentException none) {
        return null;
      }
    }
    return null;
  }
}
