package ai.cryox.backend.profile;

import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.classify.StorageProfile;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one profile, strictly: an unknown member is refused, because a misspelt limit would leave
/// a room without one.
final class ProfileReader {
  private final JsonParser json;

  ProfileReader(JsonParser json) {
    this.json = json;
  }

  StorageProfile profile() {
    String id = null;
    String title = null;
    Map<Level, Limit> limits = new EnumMap<>(Level.class);
    List<CumulativeLimit> cumulative = new ArrayList<>();
    RateLimit rate = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "profileId" -> id = text(name, token);
        case "name" -> title = text(name, token);
        case "limits" -> limits(token, limits);
        case "cumulative" -> cumulative(token, cumulative);
        case "rate" -> rate = token == JsonToken.VALUE_NULL ? null : rate(token);
        case "shipped" -> {}
        default -> throw unknown(name);
      }
    }
    return new StorageProfile(
        required("profileId", id), required("name", title), limits, cumulative, rate);
  }

  private void limits(JsonToken token, Map<Level, Limit> into) {
    require(token == JsonToken.START_OBJECT, "limits must be an object.");
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      Level level = level(name);
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        into.put(level, limit(name));
      }
    }
  }

  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (ProfileJson.nameOf(level).equals(name)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "There is no limit '%s'; lowLow, low, high and highHigh are there.".formatted(name));
  }

  private Limit limit(String of) {
    require(json.currentToken() == JsonToken.START_OBJECT, of + " must be an object.");
    Double value = null;
    boolean inclusive = false;
    double deadband = 0;
    Duration on = Duration.ZERO;
    Duration off = Duration.ZERO;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "value" -> value = number(name, token);
        case "inclusive" -> inclusive = flag(name, token);
        case "deadband" -> deadband = number(name, token);
        case "onDelay" -> on = duration(name, token);
        case "offDelay" -> off = duration(name, token);
        default -> throw unknown(of + "." + name);
      }
    }
    return new Limit(required(of + ".value", value), inclusive, deadband, on, off);
  }

  private void cumulative(JsonToken token, List<CumulativeLimit> into) {
    require(token == JsonToken.START_ARRAY, "cumulative must be an array.");
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      require(next == JsonToken.START_OBJECT, "A cumulative limit must be an object.");
      into.add(budget());
    }
  }

  private CumulativeLimit budget() {
    Side side = null;
    Double value = null;
    Duration budget = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "side" -> side = side(text(name, token));
        case "value" -> value = number(name, token);
        case "budget" -> budget = duration(name, token);
        default -> throw unknown("cumulative." + name);
      }
    }
    return new CumulativeLimit(
        required("side", side), required("value", value), required("budget", budget));
  }

  private static Side side(String text) {
    return switch (text) {
      case "high" -> Side.HIGH;
      case "low" -> Side.LOW;
      default -> throw new IllegalArgumentException("side must be high or low.");
    };
  }

  private RateLimit rate(JsonToken start) {
    require(start == JsonToken.START_OBJECT, "rate must be an object.");
    Double perMinute = null;
    Duration over = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "perMinute" -> perMinute = number(name, token);
        case "over" -> over = duration(name, token);
        default -> throw unknown("rate." + name);
      }
    }
    return new RateLimit(required("perMinute", perMinute), required("over", over));
  }

  private String text(String name, JsonToken token) {
    require(token == JsonToken.VALUE_STRING, name + " must be a text.");
    return json.getString();
  }

  private double number(String name, JsonToken token) {
    require(token.isNumeric(), name + " must be a number.");
    return json.getDoubleValue();
  }

  private static boolean flag(String name, JsonToken token) {
    require(token.isBoolean(), name + " must be true or false.");
    return token == JsonToken.VALUE_TRUE;
  }

  private Duration duration(String name, JsonToken token) {
    try {
      return Duration.parse(text(name, token));
    } catch (DateTimeException bad) {
      throw new IllegalArgumentException(name + " must be a length of time such as PT10M.", bad);
    }
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("A member %s is missing.".formatted(name));
    }
    return value;
  }

  private static void require(boolean so, String sentence) {
    if (!so) {
      throw new IllegalArgumentException(sentence);
    }
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("There is no member '%s'.".formatted(name));
  }
}
