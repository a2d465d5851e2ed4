package ai.cryox.connectors.mqtt;

/// Which MQTT is spoken with a broker.
public enum MqttVersion {
  /// MQTT 3.1.1.
  THREE("3.1.1"),
  /// MQTT 5.
  FIVE("5");

  private final String words;

  MqttVersion(String words) {
    this.words = words;
  }

  /// Reads one: `3`, `3.1.1` or `5`.
  ///
  /// @throws IllegalArgumentException with a sentence, if it is none
  public static MqttVersion parse(String text) {
    return switch (text.strip()) {
      case "3", "3.1.1" -> THREE;
      case "5", "5.0" -> FIVE;
      default ->
          throw new IllegalArgumentException(
              "'%s' is no version of MQTT that is spoken here; write 3 or 5.".formatted(text));
    };
  }

  @Override
  public String toString() {
    return "MQTT " + words;
  }
}
