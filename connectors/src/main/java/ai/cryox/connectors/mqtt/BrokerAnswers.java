package ai.cryox.connectors.mqtt;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;

/// What a broker's own return and reason codes mean, in plain words.
final class BrokerAnswers {
  private static final String LOGIN = "%s does not accept our user name or password.";
  private static final String RIGHTS =
      "%s does not let us in: user name or password are wrong, or this user may not connect.";
  private static final String CLIENT_ID = "%s does not accept the client id %s; choose another.";

  private final BrokerAddress address;
  private final String clientId;

  BrokerAnswers(BrokerAddress address, String clientId) {
    this.address = address;
    this.clientId = clientId;
  }

  /// Return codes of a CONNACK (MQTT 3.1.1, 3.2.2.3).
  ///
  /// @return `null` if it is none
  @Nullable LinkFailure three(int code) {
    return switch (code) {
      case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION -> otherVersion(MqttVersion.THREE);
      case MqttException.REASON_CODE_INVALID_CLIENT_ID ->
          LinkFailure.refusal(CLIENT_ID.formatted(address.name(), clientId));
      case MqttException.REASON_CODE_BROKER_UNAVAILABLE ->
          LinkFailure.passing("%s is not available now.".formatted(address.name()));
      case MqttException.REASON_CODE_FAILED_AUTHENTICATION ->
          LinkFailure.refusal(LOGIN.formatted(address.name()));
      case MqttException.REASON_CODE_NOT_AUTHORIZED ->
          LinkFailure.refusal(RIGHTS.formatted(address.name()));
      case MqttException.REASON_CODE_CLIENT_TIMEOUT -> late();
      default -> null;
    };
  }

  /// Reason codes of a CONNACK or DISCONNECT (MQTT 5, 2.4).
  ///
  /// @return `null` if it is none
  @Nullable LinkFailure five(int code) {
    return switch (code) {
      case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION,
          MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION ->
          otherVersion(MqttVersion.FIVE);
      case MqttReturnCode.RETURN_CODE_IDENTIFIER_NOT_VALID ->
          LinkFailure.refusal(CLIENT_ID.formatted(address.name(), clientId));
      case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD,
          MqttReturnCode.RETURN_CODE_BAD_AUTHENTICATION ->
          LinkFailure.refusal(LOGIN.formatted(address.name()));
      case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED, MqttReturnCode.RETURN_CODE_BANNED ->
          LinkFailure.refusal(RIGHTS.formatted(address.name()));
      case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
          LinkFailure.refusal(
              "Another program connected to %s with our client id %s; give each its own."
                  .formatted(address.name(), clientId));
      case MqttReturnCode.RETURN_CODE_ADMINISTRITIVE_ACTION ->
          LinkFailure.refusal("%s was told to end this connection.".formatted(address.name()));
      case MqttReturnCode.RETURN_CODE_USE_ANOTHER_SERVER, MqttReturnCode.RETURN_CODE_SERVER_MOVED ->
          LinkFailure.refusal(
              "%s says that another broker is to be used.".formatted(address.name()));
      case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN ->
          LinkFailure.passing("%s is shutting down.".formatted(address.name()));
      case MqttReturnCode.RETURN_CODE_SERVER_UNAVAILABLE,
          MqttReturnCode.RETURN_CODE_SERVER_BUSY,
          MqttReturnCode.RETURN_CODE_CONNECTION_RATE_EXCEEDED ->
          LinkFailure.passing("%s is busy and not available now.".formatted(address.name()));
      case MqttException.REASON_CODE_CLIENT_TIMEOUT -> late();
      default ->
          code >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR && code <= 0xff
              ? LinkFailure.passing(
                  "%s ended the connection with reason code 0x%02x."
                      .formatted(address.name(), code))
              : null;
    };
  }

  /// Paho waited in vain.
  private LinkFailure late() {
    return LinkFailure.passing("%s did not answer in time.".formatted(address.name()));
  }

  /// A filter that a SUBACK refuses.
  LinkFailure refusedFilter(String filter) {
    return LinkFailure.refusal(
        "%s does not let us subscribe to %s.".formatted(address.name(), filter));
  }

  private LinkFailure otherVersion(MqttVersion asked) {
    return LinkFailure.refusal("%s does not speak %s.".formatted(address.name(), asked));
  }
}
