package ai.cryox.connectors.mqtt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/// MQTT 5 by Paho.
final class Paho5Client extends PahoClient {
  /// So many messages may wait for their acknowledgement: enough for several group commits.
  private static final int RECEIVE_MAXIMUM = 4_000;

  /// A retained message comes with a new subscription only, not again after each interruption.
  private static final int RETAINED_IF_NEW = 1;

  private final MqttAsyncClient client;

  Paho5Client(
      BrokerSettings settings, String clientId, @Nullable SSLSocketFactory sockets, Events events)
      throws LinkException {
    super(settings, clientId, sockets, events);
    client =
        question(
            () -> new MqttAsyncClient(settings.address().uri(), clientId, new MemoryPersistence()));
    client.setManualAcks(true);
    client.setCallback(callback());
  }

  @Override
  void askToConnect() throws MqttException {
    client.connect(options()).waitForCompletion(ANSWER_MILLIS);
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    Login login = settings.login();
    if (login != null) {
      options.setUserName(login.user());
      options.setPassword(login.passwordBytes());
    }
    if (sockets != null) {
      options.setSocketFactory(sockets);
    }
    return options;
  }

  @Override
  int[] askToSubscribe(List<String> filters) throws MqttException {
    IMqttToken token =
        client.subscribe(
            filters.stream().map(Paho5Client::subscription).toArray(MqttSubscription[]::new));
    token.waitForCompletion(SUBSCRIBED_MILLIS);
    return token.getReasonCodes();
  }

  private static MqttSubscription subscription(String filter) {
    MqttSubscription subscription = new MqttSubscription(filter, 1);
    if (!filter.startsWith("$share/")) {
      subscription.setRetainHandling(RETAINED_IF_NEW);
    }
    return subscription;
  }

  @Override
  void askToUnsubscribe(String[] filters) throws MqttException {
    client.unsubscribe(filters).waitForCompletion(SUBSCRIBED_MILLIS);
  }

  @Override
  void askToAcknowledge(int packetId) throws MqttException {
    client.messageArrivedComplete(packetId, 1);
  }

  @Override
  void askToClose() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(LAST_WORDS_MILLIS, LAST_WORDS_MILLIS, true);
    }
    client.close(true);
  }

  @Override
  @Nullable LinkFailure answer(Throwable problem) {
    return problem instanceof MqttException told ? answers.five(told.getReasonCode()) : null;
  }

  private LinkFailure failure(MqttDisconnectResponse response) {
    MqttException exception = response.getException();
    LinkFailure answer = exception == null ? answers.five(response.getReturnCode()) : null;
    if (answer != null) {
      return answer;
    }
    return exception == null ? closed() : failure(exception);
  }

  private static Map<String, String> userProperties(@Nullable MqttProperties properties) {
    List<UserProperty> given = properties == null ? List.of() : properties.getUserProperties();
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new LinkedHashMap<>();
    given.forEach(property -> found.put(property.getKey(), property.getValue()));
    return found;
  }

  private MqttCallback callback() {
    return new MqttCallback() {
      @Override
      public void messageArrived(String topic, MqttMessage message) {
        events.arrived(
            new Publication(
                message.getId(),
                message.getQos(),
                topic,
                message.getPayload(),
                userProperties(message.getProperties())));
      }

      @Override
      public void disconnected(MqttDisconnectResponse response) {
        events.lost(failure(response));
      }

      @Override
      public void mqttErrorOccurred(MqttException exception) {}

      @Override
      public void deliveryComplete(IMqttToken token) {}

      @Override
      public void connectComplete(boolean reconnect, String address) {}

      @Override
      public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    };
  }
}
