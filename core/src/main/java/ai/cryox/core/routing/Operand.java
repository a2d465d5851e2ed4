package ai.cryox.core.routing;

import org.jspecify.annotations.Nullable;

/// One side of a comparison: a text that is always the same, or one that the message brings. Its
/// `toString` is its spelling in a condition.
public sealed interface Operand {
  /// The text for this message; `null` if the message has none.
  @Nullable String of(Origin origin);

  /// A text in quotes.
  record Literal(String text) implements Operand {
    @Override
    public String of(Origin origin) {
      return text;
    }

    @Override
    public String toString() {
      return quoted(text);
    }
  }

  /// An application property; its name counts in upper and lower case alike, as in IoT Hub.
  record Property(String name) implements Operand {
    /// May stand before the name, and must where the name alone means something else.
    static final String PREFIX = "properties.";

    @Override
    public @Nullable String of(Origin origin) {
      return origin.property(name);
    }

    @Override
    public String toString() {
      return PREFIX + name;
    }
  }

  /// What every message has, and IoT Hub's system properties with their short names on the topic.
  enum Field implements Operand {
    DEVICE_ID("deviceId", ""),
    CONNECTION_DEVICE_ID("$connectionDeviceId", ""),
    FACILITY_ID("facilityId", ""),
    TOPIC("topic", ""),
    CONTENT_TYPE("$contentType", "$.ct"),
    CONTENT_ENCODING("$contentEncoding", "$.ce"),
    MESSAGE_ID("$messageId", "$.mid"),
    CORRELATION_ID("$correlationId", "$.cid"),
    USER_ID("$userId", "$.uid"),
    SUBJECT("$dt-subject", "$.sub");

    private final String spelling;
    private final String shortName;

    Field(String spelling, String shortName) {
      this.spelling = spelling;
      this.shortName = shortName;
    }

    static @Nullable Field named(String word) {
      for (Field field : values()) {
        if (field.spelling.equalsIgnoreCase(word)) {
          return field;
        }
      }
      return null;
    }

    @Override
    public @Nullable String of(Origin origin) {
      return switch (this) {
        case DEVICE_ID, CONNECTION_DEVICE_ID -> origin.deviceId();
        case FACILITY_ID -> origin.facilityId();
        case TOPIC -> origin.topic();
        default -> origin.property(shortName);
      };
    }

    @Override
    public String toString() {
      return spelling;
    }
  }

  /// The text as a condition writes it.
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
