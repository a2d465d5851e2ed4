package ai.cryox.app.text;

import java.util.Locale;

/// In which language somebody reads the console.
public enum Language {
  /// The desktop's own.
  SYSTEM,
  /// English.
  ENGLISH,
  /// German.
  GERMAN;

  /// The locale of words, numbers and dates.
  ///
  /// @param system the desktop's
  public Locale locale(Locale system) {
    return switch (this) {
      case SYSTEM -> system;
      case ENGLISH -> system.getLanguage().equals("en") ? system : Locale.UK;
      case GERMAN -> system.getLanguage().equals("de") ? system : Locale.GERMANY;
    };
  }
}
