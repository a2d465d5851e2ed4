package ai.cryox.app.text;

import java.util.Locale;

/// How well a text is meant by what somebody typed: each word of it must be there, at the beginning
/// of a word best, within one, or with its letters scattered in order over a line. Pure.
public final class FuzzyMatch {
  /// Not meant.
  public static final int NONE = -1;

  private static final int WORD_START = 100;
  private static final int WITHIN = 60;
  private static final int SCATTERED = 20;
  private static final int SHORTEST_SCATTERED = 2;

  private final String[] words;

  /// @param typed words, in upper or lower case; may be empty
  public FuzzyMatch(String typed) {
    String trimmed = typed.toLowerCase(Locale.ROOT).trim();
    words = trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
  }

  /// Whether nothing was typed.
  public boolean isEmpty() {
    return words.length == 0;
  }

  /// The better, the higher; {@link #NONE} if a word is missing.
  ///
  /// @param text in lower case
  public int score(String text) {
    int sum = 0;
    for (String word : words) {
      int one = score(text, word);
      if (one == NONE) {
        return NONE;
      }
      sum += one;
    }
    return sum;
  }

  /// Whether one of these is meant, or several together.
  ///
  /// @param lines what a thing is called, in upper or lower case
  public boolean means(String... lines) {
    return score(String.join("\n", lines).toLowerCase(Locale.ROOT)) != NONE;
  }

  private static int score(String text, String word) {
    int at = text.indexOf(word);
    if (at < 0) {
      return scattered(text, word);
    }
    for (int start = at; start >= 0; start = text.indexOf(word, start + 1)) {
      if (startsWord(text, start)) {
        return WORD_START - Math.min(start, 40) / 2;
      }
    }
    return WITHIN - Math.min(at, 40) / 2;
  }

  /// `vf12` means `vaccine fridge 12`: the first letter begins a word, and each of the others
  /// begins one or follows the letter before it.
  private static int scattered(String text, String word) {
    if (word.length() < SHORTEST_SCATTERED) {
      return NONE;
    }
    for (int start = text.indexOf(word.charAt(0));
        start >= 0;
        start = text.indexOf(word.charAt(0), start + 1)) {
      if (startsWord(text, start) && goesOn(text, start, word)) {
        return SCATTERED;
      }
    }
    return NONE;
  }

  private static boolean goesOn(String text, int start, String word) {
    int at = start;
    for (int i = 1; i < word.length(); i++) {
      char wanted = word.charAt(i);
      int next = at + 1;
      if (next < text.length() && text.charAt(next) == wanted) {
        at = next;
        continue;
      }
      do {
        int line = text.indexOf('\n', next);
        next = text.indexOf(wanted, next);
        if (next < 0 || (line >= 0 && line < next)) {
          return false;
        }
        at = next;
        next++;
      } while (!startsWord(text, at));
    }
    return true;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
