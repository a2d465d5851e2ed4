package ai.cryox.connectors.mqtt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// MQTT 3.1.1 by Paho.
final class Paho3Client extends PahoClient {
  private final MqttAsyncClient client;

  Paho3Client(
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

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(false);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    Login login = settings.login();
    if (login != null) {
      options.setUserName(login.user());
      options.setPassword(login.password().toCharArray());
    }
    if (sockets != null) {
      options.setSocketFactory(sockets);
    }
    return options;
  }

  @Override
  int[] askToSubscribe(List<String> filters) throws MqttException {
    int[] qos = new int[filters.size()];
    Arrays.fill(qos, 1);
    IMqttToken token = client.subscribe(filters.toArray(String[]::new), qos);
    token.waitForCompletion(SUBSCRIBED_MILLIS);
    return token.getGrantedQos();
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
      client.disconnectForcibly(LAST_WORDS_MILLIS, LAST_WORDS_MILLIS);
    }
    client.close(true);
  }

  @Override
  @Nullable LinkFailure answer(Throwable problem) {
    return problem instanceof MqttException told ? answers.three(told.getReasonCode()) : null;
  }

  private MqttCallback callback() {
    return new MqttCallback() {
      @Override
      public void messageArrived(String topic, MqttMessage message) {
        events.arrived(
            new Publication(
                message.getId(), message.getQos(), topic, message.getPayload(), Map.of()));
      }

      @Override
      public void connectionLost(@Nullable Throwable cause) {
        events.lost(cause == null ? closed() : failure(cause));
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {}
    };
  }
}
