package ai.cryox.backend.report;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Joins Arabic letters: each gets the shape that it has alone, at the beginning, in the middle or
/// at the end of a word. The shapes and what they are of come from Unicode's own names and
/// decompositions. Any thread.
final class ArabicLetters {
  private static final int FIRST_SHAPE = 0xFB50;
  private static final int LAST_SHAPE = 0xFEFC;
  private static final String LAM = "\u0644";

  private enum Form {
    ISOLATED,
    FINAL,
    INITIAL,
    MEDIAL
  }

  /// The shapes of a letter, or of lam with alef, by what they are of.
  private static final Map<String, Map<Form, String>> SHAPES = shapes();

  private ArabicLetters() {}

  private static Map<String, Map<Form, String>> shapes() {
    Map<String, Map<Form, String>> shapes = new HashMap<>();
    for (int at = FIRST_SHAPE; at <= LAST_SHAPE; at++) {
      String name = Character.getName(at);
      String shape = Character.toString(at);
      String of = Normalizer.normalize(shape, Normalizer.Form.NFKC);
      boolean wanted = of.length() == 1 || (of.length() == 2 && of.startsWith(LAM));
      if (name != null && name.startsWith("ARABIC L") && wanted) {
        for (Form form : Form.values()) {
          if (name.endsWith(" " + form + " FORM")) {
            shapes.computeIfAbsent(of, one -> new HashMap<>()).put(form, shape);
          }
        }
      }
    }
    return shapes;
  }

  /// A text with its letters joined.
  static String joined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    boolean joins = false;
    for (int at = 0; at < text.length(); ) {
      int end = at + Character.charCount(text.codePointAt(at));
      String letter = text.substring(at, end);
      if (isMark(text.codePointAt(at))) {
        joined.append(letter);
        at = end;
        continue;
      }
      if (letter.equals(LAM) && end < text.length() && has(text.substring(at, end + 1))) {
        end++;
        letter = text.substring(at, end);
      }
      boolean goesOn = joinsOn(letter) && joinsBack(next(text, end));
      joined.append(shape(letter, joins && joinsBack(letter), goesOn));
      joins = goesOn;
      at = end;
    }
    return joined.toString();
  }

  private static String next(String text, int from) {
    int at = from;
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at < text.length() ? Character.toString(text.codePointAt(at)) : "";
  }

  private static boolean isMark(int letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  private static boolean has(String letters) {
    return SHAPES.containsKey(letters);
  }

  private static boolean joinsOn(String letter) {
    return SHAPES.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL);
  }

  private static boolean joinsBack(String letter) {
    return SHAPES.getOrDefault(letter, Map.of()).containsKey(Form.FINAL);
  }

  private static String shape(String letter, boolean joined, boolean goesOn) {
    Form form =
        joined ? (goesOn ? Form.MEDIAL : Form.FINAL) : (goesOn ? Form.INITIAL : Form.ISOLATED);
    return SHAPES.getOrDefault(letter, Map.of()).getOrDefault(form, letter);
  }

  /// The letters of a text that was joined.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      boolean shape = at >= FIRST_SHAPE && at <= LAST_SHAPE;
      plain.append(
          shape
              ? Normalizer.normalize(Character.toString(at), Normalizer.Form.NFKC)
              : Character.toString(at));
    }
    return plain.toString();
  }
}
