package ai.cryox.connectors.payload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// One compact JSON object in the making; a member without a value is left out. One thread.
final class JsonObject {
  private final StringBuilder json = new StringBuilder(256).append('{');

  JsonObject string(String name, @Nullable String text) {
    if (text != null) {
      member(name).append('"');
      if (isPlain(text)) {
        json.append(text);
      } else {
        JsonStringEncoder.getInstance().quoteAsString(text, json);
      }
      json.append('"');
    }
    return this;
  }

  /// Whether a text means itself, as nearly all do.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  JsonObject time(String name, Instant time) {
    Timestamps.write(time, member(name).append('"'));
    json.append('"');
    return this;
  }

  JsonObject number(String name, @Nullable Double value) {
    return raw(name, value);
  }

  /// As {@link #number}, a whole number without a fraction.
  JsonObject shortest(String name, @Nullable Double value) {
    return raw(name, value == null ? null : Numbers.shortest(value));
  }

  JsonObject bool(String name, @Nullable Boolean value) {
    return raw(name, value);
  }

  /// Any value whose text is JSON already.
  JsonObject raw(String name, @Nullable Object value) {
    if (value != null) {
      member(name).append(value);
    }
    return this;
  }

  private StringBuilder member(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    return json.append('"').append(name).append("\":");
  }

  /// The whole text, with what else there was at its end.
  String close(Extra extra) {
    String rest = extra.json();
    if (rest == null) {
      return json.append('}').toString();
    }
    if (json.length() > 1) {
      json.append(',');
    }
    return json.append(rest, 1, rest.length()).toString();
  }
}
