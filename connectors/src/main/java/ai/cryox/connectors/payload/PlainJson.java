package ai.cryox.connectors.payload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A place in bytes of JSON that moves on over tokens of the plainest kind: strings of ASCII
/// without escapes, numbers of at most 15 digits without an exponent. Whatever is not plain, wrong
/// or not, ends it: {@link #isPlain} says so from then on. One thread.
final class PlainJson {
  /// So many digits are a whole number below 2⁵³, and so many decimals a power of ten that is a
  /// double: dividing them rounds once, as reading the text does.
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final byte[] bytes;
  private int at;
  private boolean plain = true;
  private int stringFrom;
  private int stringUntil;

  PlainJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Whether everything until here was plain.
  boolean isPlain() {
    return plain;
  }

  /// Gives up.
  void stop() {
    plain = false;
  }

  /// Takes a sign of JSON's grammar if it comes next.
  boolean take(char sign) {
    skipSpace();
    if (at < bytes.length && bytes[at] == sign) {
      at++;
      return true;
    }
    return false;
  }

  /// Takes a sign that must come next.
  void expect(char sign) {
    plain &= take(sign);
  }

  /// The end must come next.
  void expectEnd() {
    skipSpace();
    plain &= at == bytes.length;
  }

  private void skipSpace() {
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte one) {
    return one == ' ' || one == '\n' || one == '\r' || one == '\t';
  }

  /// Takes a string, to be asked for by {@link #isString} and {@link #string}.
  void takeString() {
    expect('"');
    int end = at;
    while (end < bytes.length && bytes[end] >= ' ' && bytes[end] != '"' && bytes[end] != '\\') {
      end++;
    }
    stringFrom = at;
    stringUntil = end;
    plain &= end < bytes.length && bytes[end] == '"';
    at = end + 1;
  }

  /// Whether the string that was taken last is this one.
  boolean isString(String other) {
    int length = stringUntil - stringFrom;
    if (other.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[stringFrom + i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The string that was taken last.
  @SuppressWarnings("deprecation") // all of it is ASCII, which this copies fastest
  String string() {
    return new String(bytes, 0, stringFrom, stringUntil - stringFrom);
  }

  /// The usual form of a time in the string that was taken last, or `null`.
  @Nullable Instant time() {
    return Timestamps.usual(bytes, stringFrom, stringUntil);
  }

  /// Takes a number.
  double takeNumber() {
    skipSpace();
    boolean negative = at < bytes.length && bytes[at] == '-';
    at += negative ? 1 : 0;
    int from = at;
    long digits = takeDigits(0);
    int whole = at - from;
    int decimals = 0;
    plain &= whole == 1 || (whole > 1 && bytes[from] != '0');
    if (at < bytes.length && bytes[at] == '.') {
      int point = at++;
      digits = takeDigits(digits);
      decimals = at - point - 1;
      plain &= decimals > 0;
    }
    if (whole + decimals > MOST_DIGITS) {
      stop();
      return 0;
    }
    double value = digits / POWERS[decimals];
    return negative ? -value : value;
  }

  /// Digits after those that there were; more than fit are noticed by whoever counts them.
  private long takeDigits(long before) {
    long number = before;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + (bytes[at] - '0');
      at++;
    }
    return number;
  }

  /// Takes `true` or `false`.
  boolean takeFlag() {
    skipSpace();
    String word = at < bytes.length && bytes[at] == 't' ? "true" : "false";
    for (int i = 0; i < word.length(); i++) {
      plain &= at + i < bytes.length && bytes[at + i] == word.charAt(i);
    }
    at += word.length();
    return word.length() == 4;
  }
}
