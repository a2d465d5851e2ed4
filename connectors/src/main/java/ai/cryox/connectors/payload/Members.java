package ai.cryox.connectors.payload;

import ai.cryox.core.reading.Fault.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.JsonStringEncoder;

/// The members of one JSON object, taken out one by one by whoever knows them; what is left is the
/// {@link #extra}. Of a member that comes twice the last counts. One thread.
final class Members {
  /// The objects of the wire that we look into; any other is kept as it came.
  private static final Set<String> NESTED = Set.of("location", "configuration", "alertThresholds");

  private static final Set<String> NO_NUMBERS = Set.of("nan", "inf", "infinity");

  private final Map<String, Value> values = new LinkedHashMap<>();

  private final String path;

  private Members(String path) {
    this.path = path;
  }

  /// Reads the object whose first brace is the parser's current token, up to its last brace.
  static Members read(JsonParser parser, String source) {
    return read(parser, source, "");
  }

  private static Members read(JsonParser parser, String source, String path) {
    Members members = new Members(path);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      members.values.put(name, readValue(parser, source, path, name));
    }
    return members;
  }

  private static Value readValue(JsonParser parser, String source, String path, String name) {
    JsonToken token = parser.currentToken();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    String text = null;
    Members nested = null;
    boolean numeric = true;
    switch (token) {
      case VALUE_STRING -> text = parser.getString();
      case START_OBJECT -> {
        if (NESTED.contains(name)) {
          nested = read(parser, source, path + name + ".");
          numeric = nested.values.values().stream().allMatch(Value::numeric);
        } else {
          numeric = skip(parser);
        }
      }
      case START_ARRAY -> numeric = skip(parser);
      default -> {
        parser.finishToken();
        numeric = !parser.isNaN();
      }
    }
    int end = (int) parser.currentLocation().getCharOffset();
    return new Value(token, oneLine(source.substring(start, end)), text, nested, numeric);
  }

  /// Skips an object or array and tells whether all its numbers are numbers.
  private static boolean skip(JsonParser parser) {
    boolean numeric = true;
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else {
        parser.finishToken();
        numeric &= token != JsonToken.VALUE_NUMBER_FLOAT || !parser.isNaN();
      }
    }
    return numeric;
  }

  /// A line break can only stand between tokens: inside of a string it would be escaped.
  private static String oneLine(String raw) {
    return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0
        ? raw
        : raw.replace('\n', ' ').replace('\r', ' ');
  }

  /// The same members, to be taken out once more.
  Members copy() {
    Members copy = new Members(path);
    values.forEach((name, value) -> copy.values.put(name, value.copy()));
    return copy;
  }

  /// Whether the member is there with a value other than `null`.
  boolean has(String name) {
    Value value = values.get(name);
    return value != null && value.token() != JsonToken.VALUE_NULL;
  }

  /// Takes a member out; `null` if it is not there or is JSON's `null`.
  private @Nullable Value take(String name) {
    Value value = values.remove(name);
    return value == null || value.token() == JsonToken.VALUE_NULL ? null : value;
  }

  /// Takes out a member that is there, whatever its type.
  Value value(String name) throws UnusableException {
    Value value = take(name);
    if (value == null) {
      throw missing(name, "a value");
    }
    return value;
  }

  @Nullable String string(String name) throws UnusableException {
    Value value = take(name);
    if (value == null) {
      return null;
    }
    if (value.text() == null) {
      throw wrong(Reason.WRONG_TYPE, name, value.shown(), "a string");
    }
    return value.text();
  }

  String string(String name, String expected) throws UnusableException {
    String text = string(name);
    if (text == null) {
      throw missing(name, expected);
    }
    return text;
  }

  @Nullable Boolean bool(String name) throws UnusableException {
    Value value = take(name);
    if (value == null) {
      return null;
    }
    return switch (value.token()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrong(Reason.WRONG_TYPE, name, value.shown(), "true or false");
    };
  }

  @Nullable Double number(String name) throws UnusableException {
    Value value = take(name);
    return value == null ? null : finite(name, value, "a finite number");
  }

  /// A number within the range, both ends included.
  @Nullable Double number(String name, double from, double to, String unit)
      throws UnusableException {
    Value value = take(name);
    if (value == null) {
      return null;
    }
    if (value.token().isNumeric() && value.numeric()) {
      double number = Double.parseDouble(value.raw());
      if (number >= from && number <= to) {
        return number;
      }
    }
    String expected = rangeWords(from, to, unit);
    finite(name, value, expected);
    throw wrong(Reason.OUT_OF_RANGE, name, Value.cut(value.raw()), expected);
  }

  double required(String name, double from, double to, String unit) throws UnusableException {
    Double number = number(name, from, to, unit);
    if (number == null) {
      throw missing(name, rangeWords(from, to, unit));
    }
    return number;
  }

  @Nullable Integer integer(String name) throws UnusableException {
    Value value = take(name);
    if (value == null) {
      return null;
    }
    double number = finite(name, value, "a whole number");
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw wrong(Reason.WRONG_TYPE, name, value.shown(), "a whole number");
    }
    return (int) number;
  }

  @Nullable Members object(String name) throws UnusableException {
    Value value = take(name);
    if (value == null) {
      return null;
    }
    if (value.members() == null) {
      throw wrong(Reason.WRONG_TYPE, name, value.shown(), "an object");
    }
    return value.members();
  }

  private double finite(String name, Value value, String expected) throws UnusableException {
    boolean noNumber = value.text() != null && isNoNumber(value.text());
    if (noNumber || !value.numeric()) {
      throw wrong(Reason.NOT_A_NUMBER, name, value.shown(), expected);
    }
    if (!value.token().isNumeric()) {
      throw wrong(Reason.WRONG_TYPE, name, value.shown(), expected);
    }
    double number = Double.parseDouble(value.raw());
    if (!Double.isFinite(number)) {
      throw wrong(Reason.NOT_A_NUMBER, name, value.shown() + " and so infinite", expected);
    }
    return number;
  }

  private static boolean isNoNumber(String text) {
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return unsigned.length() <= 8 && NO_NUMBERS.contains(unsigned.toLowerCase(Locale.ROOT));
  }

  private static String rangeWords(double from, double to, String unit) {
    return "a number from %s to %s%s"
        .formatted(Numbers.shortest(from), Numbers.shortest(to), unit.isEmpty() ? "" : " " + unit);
  }

  UnusableException missing(String name, String expected) {
    return new UnusableException(
        Reason.MISSING_FIELD, path + name + " is missing; " + expected + " is expected.");
  }

  UnusableException wrong(Reason reason, String name, String came, String expected) {
    return new UnusableException(
        reason, path + name + " is " + came + "; " + expected + " is expected.");
  }

  /// Puts back the part of a taken object that nobody knew.
  void keep(String name, @Nullable String rest) {
    if (rest != null) {
      values.put(name, new Value(JsonToken.START_OBJECT, rest, null, null, true));
    }
  }

  /// What was not taken, as one JSON object with its values as they came; `null` if nothing.
  @Nullable String extra() throws UnusableException {
    if (values.isEmpty()) {
      return null;
    }
    StringBuilder json = new StringBuilder();
    for (Map.Entry<String, Value> member : values.entrySet()) {
      Value value = member.getValue();
      if (!value.numeric()) {
        throw wrong(Reason.NOT_A_NUMBER, member.getKey(), value.shown(), "valid JSON");
      }
      json.append(json.isEmpty() ? "{\"" : ",\"");
      JsonStringEncoder.getInstance().quoteAsString(member.getKey(), json);
      json.append("\":").append(value.raw());
    }
    return json.append('}').toString();
  }

  /// The text of an untaken member, taken out; `null` if there is none.
  @Nullable String raw(String name) {
    Value value = values.remove(name);
    return value == null ? null : value.raw();
  }
}
