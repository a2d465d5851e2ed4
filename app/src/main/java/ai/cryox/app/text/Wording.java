package ai.cryox.app.text;

import ai.cryox.app.fx.Remembered;

/// How somebody likes to read the console.
///
/// @param language of words, numbers and dates
/// @param degrees of temperatures
public record Wording(Language language, Degrees degrees) {
  private static final String LANGUAGE = "read.language";
  private static final String DEGREES = "read.degrees";

  /// What was liked last on this machine.
  public static Wording of(Remembered remembered) {
    return new Wording(
        remembered.choice(LANGUAGE, Language.SYSTEM), remembered.choice(DEGREES, Degrees.CELSIUS));
  }

  /// Remembers this for the next start.
  public void keep(Remembered remembered) {
    remembered.put(LANGUAGE, language);
    remembered.put(DEGREES, degrees);
  }

  /// The same in another language.
  public Wording in(Language other) {
    return new Wording(other, degrees);
  }

  /// The same with other degrees.
  public Wording in(Degrees other) {
    return new Wording(language, other);
  }
}
