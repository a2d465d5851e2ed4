package ai.cryox.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The console's words in one language. A test checks that every key used in the code exists and
/// that every language is complete. Thread-safe.
public final class Messages {
  private static final Pattern KEY_NAME = Pattern.compile("[A-Z][a-z]+");

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Messages(Locale locale) {
    this.locale = locale;
    // Without a fallback, a German desktop would answer in German even when English is asked for.
    this.bundle =
        ResourceBundle.getBundle(
            "ai.cryox.app.text.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The words in this language, or in English where there are none.
  public static Messages in(Locale locale) {
    return new Messages(locale);
  }

  /// The language.
  public Locale locale() {
    return locale;
  }

  /// A fixed text.
  public String text(String key) {
    return bundle.getString(key);
  }

  /// A fixed text, or another where there is none: for codes that others make.
  public String textOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  /// A text with values put in.
  public String text(String key, Object... values) {
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    synchronized (format) {
      return format.format(values);
    }
  }

  /// A key or keys pressed together as they are printed on keyboards of this language: `Ctrl+S` is
  /// `Strg+S` in German.
  ///
  /// @param combination names as English keyboards have them, with a plus between them
  public String key(String combination) {
    return KEY_NAME
        .matcher(combination)
        .replaceAll(
            name -> textOr("keycap." + name.group().toLowerCase(Locale.ROOT), name.group()));
  }

  /// The text for a constant: the key is the prefix, a dot and the constant's name in lower case.
  public String of(String prefix, Enum<?> constant) {
    return bundle.getString(prefix + "." + constant.name().toLowerCase(Locale.ROOT));
  }
}
