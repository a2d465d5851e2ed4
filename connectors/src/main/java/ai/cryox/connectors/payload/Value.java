package ai.cryox.connectors.payload;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// One member's value as it came.
///
/// @param token its first token
/// @param raw its text in the payload, a line break outside of strings made a space
/// @param text the string's content, if it is one
/// @param members the object's members, if it is one that we look into
/// @param numeric whether all numbers in it are JSON numbers: `false` for the bare words NaN and
///   Infinity
record Value(
    JsonToken token,
    String raw,
    @Nullable String text,
    @Nullable Members members,
    boolean numeric) {
  /// What the device's person has to see of a value.
  private static final int SHOWN_LENGTH = 40;

  /// The value's beginning and type, for a sentence.
  String shown() {
    return cut(raw) + " (" + type() + ")";
  }

  /// The same, its members not shared.
  Value copy() {
    return members == null ? this : new Value(token, raw, text, members.copy(), numeric);
  }

  static String cut(String text) {
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
  }

  private String type() {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeric ? "a number" : "no number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "null";
    };
  }
}
