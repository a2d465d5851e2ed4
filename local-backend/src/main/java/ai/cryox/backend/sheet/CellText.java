package ai.cryox.backend.sheet;

/// Characters that XML cannot hold, as SpreadsheetML writes them in a text: `_x0007_`.
final class CellText {
  private static final int LENGTH = "_x0007_".length();

  private CellText() {}

  static String escape(char one) {
    return "_x%04X_".formatted((int) one);
  }

  /// Whether what begins there would be taken for such a character.
  static boolean isEscape(String text, int from) {
    if (from + LENGTH > text.length()
        || text.charAt(from) != '_'
        || text.charAt(from + 1) != 'x'
        || text.charAt(from + LENGTH - 1) != '_') {
      return false;
    }
    for (int i = from + 2; i < from + LENGTH - 1; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// The text that was meant.
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    StringBuilder meant = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        meant.append((char) Integer.parseInt(text.substring(i + 2, i + LENGTH - 1), 16));
        i += LENGTH - 1;
      } else {
        meant.append(text.charAt(i));
      }
    }
    return meant.toString();
  }
}
