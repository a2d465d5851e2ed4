package ai.cryox.core.routing;

import ai.cryox.core.routing.ConditionTokens.Token.Kind;

/// A condition's text, cut into words, quoted texts and signs, one at a time.
final class ConditionTokens {
  /// One piece.
  ///
  /// @param text of a quoted text its content
  /// @param position of its first character, counted from 1
  record Token(Kind kind, String text, int position) {
    enum Kind {
      WORD,
      TEXT,
      SIGN,
      END
    }

    boolean isSign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /// For a sentence.
    String shown() {
      return kind == Kind.END ? "the end" : kind == Kind.TEXT ? "the text '" + text + "'" : text;
    }
  }

  private final String text;
  private int at;

  ConditionTokens(String text) {
    this.text = text;
  }

  Token next() throws ConditionFault {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Kind.END, "", at + 1);
    }
    char first = text.charAt(at);
    if (first == '\'') {
      return quoted();
    }
    return isOfWord(first) ? word() : sign();
  }

  private Token word() {
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return new Token(Kind.WORD, text.substring(start, at), start + 1);
  }

  /// What names of properties are made of, besides letters and digits of any language.
  static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
  }

  private Token sign() {
    int start = at;
    boolean two = text.startsWith("!=", at) || text.startsWith("<>", at);
    at += two ? 2 : Character.charCount(text.codePointAt(at));
    return new Token(Kind.SIGN, text.substring(start, at), start + 1);
  }

  private Token quoted() throws ConditionFault {
    int start = at;
    StringBuilder content = new StringBuilder();
    int end = text.indexOf('\'', at + 1);
    while (end >= 0 && text.startsWith("''", end)) {
      content.append(text, at + 1, end + 1);
      at = end + 1;
      end = text.indexOf('\'', at + 1);
    }
    if (end < 0) {
      throw new ConditionFault(
          start + 1,
          "a quoted text begins that never ends; close it with ' and write a quote in it twice"
              + " ('')");
    }
    content.append(text, at + 1, end);
    at = end + 1;
    return new Token(Kind.TEXT, content.toString(), start + 1);
  }
}
