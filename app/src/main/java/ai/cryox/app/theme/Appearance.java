package ai.cryox.app.theme;

import ai.cryox.app.fx.Remembered;

/// How somebody likes the console to look. Immutable.
///
/// @param theme the colours
/// @param percent size of everything, 80 to 200
/// @param motion whether anything may flash
public record Appearance(ThemePreference theme, int percent, Motion motion) {
  /// As the desktop says.
  public static final Appearance USUAL = new Appearance(ThemePreference.SYSTEM, 100, Motion.SYSTEM);

  /// The smallest size, per cent.
  public static final int LEAST = 80;

  /// The largest size, per cent.
  public static final int MOST = 200;

  private static final int STEP = 10;

  private static final String THEME = "look.theme";
  private static final String PERCENT = "look.percent";
  private static final String MOTION = "look.motion";

  /// Sizes out of range are taken as the nearest in range.
  public Appearance {
    percent = Math.clamp(percent, LEAST, MOST);
  }

  /// What was liked last.
  ///
  /// @param said what is said for this start; {@link ThemePreference#SYSTEM} says nothing
  public static Appearance of(Remembered remembered, ThemePreference said) {
    return new Appearance(
        said == ThemePreference.SYSTEM ? remembered.choice(THEME, USUAL.theme) : said,
        remembered.number(PERCENT, USUAL.percent),
        remembered.choice(MOTION, USUAL.motion));
  }

  /// Remembers this for the next start.
  public void keep(Remembered remembered) {
    remembered.put(THEME, theme);
    remembered.put(PERCENT, percent);
    remembered.put(MOTION, motion);
  }

  /// The same in other colours.
  public Appearance with(ThemePreference other) {
    return new Appearance(other, percent, motion);
  }

  /// The same, flashing or not.
  public Appearance with(Motion other) {
    return new Appearance(theme, percent, other);
  }

  /// The same in another size, per cent.
  public Appearance at(int size) {
    return new Appearance(theme, size, motion);
  }

  /// The same so many steps larger, or smaller if negative.
  public Appearance larger(int steps) {
    return at(percent + steps * STEP);
  }
}
