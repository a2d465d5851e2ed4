package ai.cryox.connectors.mqtt;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How readings are taken from one broker.
///
/// @param address where it is
/// @param version which MQTT is spoken
/// @param clientId what our client ids begin with; the same after a restart, so that the broker
///   finds our session again, and nobody else's
/// @param login with which name and password; `null` = none
/// @param tls the files for an encrypted connection
/// @param topics the topic filters; at least one
/// @param connections 1 to 8; more than one share the messages among them
/// @param sessionExpiry how long an MQTT 5 broker keeps what comes while we are away; with 3.1.1 it
///   decides by itself
/// @param pace how fast a lost connection is tried again
public record BrokerSettings(
    BrokerAddress address,
    MqttVersion version,
    String clientId,
    @Nullable Login login,
    TlsFiles tls,
    List<String> topics,
    int connections,
    Duration sessionExpiry,
    RetryPace pace) {
  /// Where devices speak; see `DeviceTopic`.
  public static final List<String> USUAL_TOPICS =
      List.of("devices/+/messages/events/#", "cryox/+/+/telemetry");

  /// A long holiday.
  public static final Duration USUAL_EXPIRY = Duration.ofDays(14);

  /// More than this bring nothing on one machine.
  public static final int MOST_CONNECTIONS = 8;

  public BrokerSettings {
    topics = List.copyOf(topics);
    require(!clientId.isBlank(), "The client id for the broker is empty.");
    require(!topics.isEmpty(), "No topic to subscribe to is given.");
    topics.forEach(BrokerSettings::checkFilter);
    require(
        connections >= 1 && connections <= MOST_CONNECTIONS,
        "%d connections to a broker are asked for; 1 to %d are possible."
            .formatted(connections, MOST_CONNECTIONS));
    require(
        address.tls() || tls.isEmpty(),
        "Certificates are given for %s, which is not encrypted; write ssl:// instead of tcp://."
            .formatted(address));
  }

  private static void checkFilter(String filter) {
    require(
        !filter.isEmpty() && !filter.startsWith("$share/"),
        "'%s' is no topic filter to subscribe to; sharing is set by the number of connections."
            .formatted(filter));
    String[] levels = filter.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].contains("+") || levels[i].contains("#");
      boolean alone = levels[i].equals("+") || (levels[i].equals("#") && i == levels.length - 1);
      require(
          !wild || alone,
          "'%s' is no topic filter: + and # stand for whole levels, and # only at the end."
              .formatted(filter));
    }
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /// The filters as the broker gets them.
  List<String> wantedFilters() {
    return connections == 1 ? topics : sharedFilters();
  }

  /// What a session may still hold from a time with another number of connections.
  List<String> formerFilters() {
    return connections == 1 ? sharedFilters() : topics;
  }

  private List<String> sharedFilters() {
    return topics.stream().map(topic -> "$share/" + clientId + "/" + topic).toList();
  }

  /// The client id of one connection.
  ///
  /// @param number from 1
  String clientId(int number) {
    return clientId + "-" + number;
  }

  /// What a link says of itself while it tries.
  String connectingWords() {
    return "Connecting to %s.".formatted(address);
  }

  /// What a link says of itself until its subscriptions are confirmed.
  String catchingUpWords() {
    return "Connected to %s, which first sends what waited for us.".formatted(address.name());
  }

  /// What a link says of itself while all is well.
  String connectedWords() {
    return "Connected with %s, subscribed to %s.".formatted(version, String.join(", ", topics));
  }

  /// What people call one connection.
  ///
  /// @param number from 1
  String linkName(int number) {
    return connections == 1
        ? address.name()
        : "%s (%d of %d)".formatted(address.name(), number, connections);
  }
}
