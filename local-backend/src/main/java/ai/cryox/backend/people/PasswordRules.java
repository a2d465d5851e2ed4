package ai.cryox.backend.people;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which passwords are too easy to guess. Length counts, not the kinds of characters.
final class PasswordRules {
  /// So long a password must be, characters.
  static final int SHORTEST = 12;

  private static final int LONGEST = 200;
  private static final int FEWEST_KINDS = 5;
  private static final int SHORTEST_NAME = 3;

  /// What people build long passwords of, after digits and signs at the ends are taken off.
  private static final Set<String> COMMON =
      Set.of(
          """
          abc abcdef abcdefgh admin administrator asdf asdfgh asdfghjkl baseball changeme coldroom
          coldstore computer console cooling cryox cryoxconsole default dragon football freezer
          fridge geheim guest hallo hello iloveyou kennwort kuehlhaus letmein login master monkey
          operator pass passw password passwort princess qwer qwert qwerty qwertyuiop qwertz
          qwertzuiop secret sommer summer sunshine superman supervisor temperature test trustno
          user welcome willkommen winter yxcvbnm zxcvbnm\
          """
              .split("\\s+"));

  private PasswordRules() {}

  /// Why a password is too easy, in a sentence; `null` if it is not.
  static @Nullable String problem(char[] password, String signInName, String name) {
    int length = Character.codePointCount(password, 0, password.length);
    if (length < SHORTEST) {
      return "A password must have at least %d characters; this one has %d."
          .formatted(SHORTEST, length);
    }
    if (length > LONGEST) {
      return "A password may have at most %d characters.".formatted(LONGEST);
    }
    String lower = String.valueOf(password).toLowerCase(Locale.ROOT);
    if (holdsName(lower, signInName) || holdsName(lower, name)) {
      return "The password must not hold the name.";
    }
    if (lower.chars().distinct().count() < FEWEST_KINDS || isSequence(lower) || isCommon(lower)) {
      return "This password is among the first that others would try. Take a few words that nobody"
          + " would say together.";
    }
    return null;
  }

  private static boolean holdsName(String lower, String name) {
    for (String part : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (part.length() >= SHORTEST_NAME && lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /// Such as 123456789012 or abcdefghijkl.
  private static boolean isSequence(String lower) {
    int steps = 0;
    for (int i = 1; i < lower.length(); i++) {
      int step = lower.charAt(i) - lower.charAt(i - 1);
      if (Math.abs(step) <= 1 || Math.abs(step) == 9) {
        steps++;
      }
    }
    return steps >= lower.length() - 2;
  }

  private static boolean isCommon(String lower) {
    String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    String letters = core.replaceAll("[^\\p{L}]", "");
    return isMadeOf(plain(core), COMMON) || isMadeOf(letters, COMMON);
  }

  /// Undoes the usual disguise.
  private static String plain(String text) {
    return text.replace('0', 'o')
        .replace('1', 'l')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i')
        .replaceAll("[^\\p{L}]", "");
  }

  private static boolean isMadeOf(String text, Set<String> words) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= text.length(); end++) {
      for (int start = 0; start < end && !reached[end]; start++) {
        reached[end] = reached[start] && words.contains(text.substring(start, end));
      }
    }
    return reached[text.length()];
  }
}
