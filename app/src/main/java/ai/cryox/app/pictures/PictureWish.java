package ai.cryox.app.pictures;

import ai.cryox.app.theme.ThemePreference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Which pictures are wanted.
///
/// @param out the folder they are written to
/// @param locale the language
/// @param states the cold store's states
/// @param themes what the window wears
/// @param sizes of the window
/// @param percent size of everything in it
/// @param names only sights of these names; empty = all
public record PictureWish(
    Path out,
    Locale locale,
    List<PictureState> states,
    List<ThemePreference> themes,
    List<Size> sizes,
    int percent,
    List<String> names) {
  /// The sizes that each change is judged on.
  public static final List<Size> USUAL_SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

  public PictureWish {
    states = List.copyOf(states);
    themes = List.copyOf(themes);
    sizes = List.copyOf(sizes);
    names = List.copyOf(names);
  }

  /// A window's, px.
  public record Size(int width, int height) {
    /// Reads `1280x800`.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is none
    public static Size parse(String text) {
      if (!text.matches("[1-9][0-9]{2,3}x[1-9][0-9]{2,3}")) {
        throw new IllegalArgumentException(
            "'%s' is no size; write it like 1280x800.".formatted(text));
      }
      int cross = text.indexOf('x');
      return new Size(
          Integer.parseInt(text.substring(0, cross)), Integer.parseInt(text.substring(cross + 1)));
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /// Whether a sight is wanted.
  Predicate<Sight> sights() {
    return sight -> names.isEmpty() || names.contains(sight.name());
  }

  /// `overview-normal-dark-1280x800.png`, or `overview-normal-dark-1280x800-200.png` if enlarged.
  Path file(String sight, PictureState state, ThemePreference theme, Size size) {
    return out.resolve(
        "%s-%s-%s-%s%s.png"
            .formatted(
                sight,
                state.word(),
                theme.name().toLowerCase(Locale.ROOT),
                size,
                percent == 100 ? "" : "-" + percent));
  }
}
