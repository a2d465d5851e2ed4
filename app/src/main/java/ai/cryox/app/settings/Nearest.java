package ai.cryox.app.settings;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds what somebody meant who mistyped it.
final class Nearest {
  private Nearest() {}

  /// The name with the fewest letters to change, if these are few enough to be an oversight.
  static @Nullable String to(String typed, Collection<String> names) {
    String nearest = null;
    int best = Math.max(2, typed.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(typed, name);
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /// Levenshtein's: how many letters must be put in, taken out or replaced.
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < here.length; column++) {
        int replaced =
            above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
      }
      above = here;
    }
    return above[other.length()];
  }
}
