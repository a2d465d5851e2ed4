package ai.cryox.core.routing;

import org.jspecify.annotations.Nullable;

/// Where a route leads: to the part of the backend that understands one kind of message.
public enum Endpoint {
  /// Temperatures.
  TEMPERATURE(1, "temperature", MessageKind.READING),
  /// How refrigeration units work.
  TELEMETRY(2, "telemetry", MessageKind.TELEMETRY),
  /// Devices about themselves.
  STATUS(4, "status", MessageKind.STATUS),
  /// Devices' own cries for help.
  ALERT(8, "alert", MessageKind.ALERT),
  /// Whatever the payload's own members say it is, as IoT Hub's built-in endpoint takes anything.
  EVENTS(16, "events", null);

  /// The seed names its endpoints after functions: `temperature-processing-function`.
  private static final String SEED_SUFFIX = "-processing-function";

  private final int bit;
  private final String wireName;
  private final @Nullable MessageKind kind;

  Endpoint(int bit, String wireName, @Nullable MessageKind kind) {
    this.bit = bit;
    this.wireName = wireName;
    this.kind = kind;
  }

  /// Its own bit in a set of endpoints.
  int bit() {
    return bit;
  }

  /// How routes name it.
  public String wireName() {
    return wireName;
  }

  /// The kind of message it takes, or `null` if the payload decides.
  public @Nullable MessageKind kind() {
    return kind;
  }

  /// The endpoint of that name, also as the seed spells it; `null` if there is none.
  public static @Nullable Endpoint named(String name) {
    for (Endpoint endpoint : values()) {
      if (name.equals(endpoint.wireName)
          || (endpoint.kind != null && name.equals(endpoint.wireName + SEED_SUFFIX))) {
        return endpoint;
      }
    }
    return null;
  }
}
