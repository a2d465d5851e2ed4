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

  @Override
  public String toString() {
    return "MQTT " + words;
  }
}
