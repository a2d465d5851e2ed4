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
final class Paho3Client implements BrokerClient {
  private static final int REFUSED = 0x80;

  private final BrokerSettings settings;
  private final @Nullable SSLSocketFactory sockets;
  private final Events events;
  private final BrokerAnswers answers;
  private final MqttAsyncClient client;

  Paho3Client(
      BrokerSettings settings, String clientId, @Nullable SSLSocketFactory sockets, Events events)
      throws LinkException {
    this.settings = settings;
    this.sockets = sockets;
    this.events = events;
    this.answers = new BrokerAnswers(settings.address(), clientId);
    try {
      client = new MqttAsyncClient(settings.address().uri(), clientId, new MemoryPersistence());
    } catch (MqttException unusable) {
      throw failed(unusable);
    }
    client.setManualAcks(true);
    client.setCallback(callback());
  }

  @Override
  public void connect() throws LinkException {
    try {
      client.connect(options()).waitForCompletion(PahoTimes.ANSWER_MILLIS);
    } catch (MqttException | RuntimeException notConnected) {
      throw failed(notConnected);
    }
  }

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(false);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(PahoTimes.CONNECT_SECONDS);
    options.setKeepAliveInterval(PahoTimes.KEEP_ALIVE_SECONDS);
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
  public void subscribe(List<String> filters) throws LinkException {
    int[] qos = new int[filters.size()];
    Arrays.fill(qos, 1);
    int[] granted;
    try {
      IMqttToken token = client.subscribe(filters.toArray(String[]::new), qos);
      token.waitForCompletion(PahoTimes.SUBSCRIBED_MILLIS);
      granted = token.getGrantedQos();
    } catch (MqttException | RuntimeException notSubscribed) {
      throw failed(notSubscribed);
    }
    for (int i = 0; i < granted.length; i++) {
      if (granted[i] == REFUSED) {
        throw new LinkException(answers.refusedFilter(filters.get(i)));
      }
    }
  }

  @Override
  public void unsubscribe(List<String> filters) throws LinkException {
    try {
      client
          .unsubscribe(filters.toArray(String[]::new))
          .waitForCompletion(PahoTimes.SUBSCRIBED_MILLIS);
    } catch (MqttException | RuntimeException failed) {
      throw failed(failed);
    }
  }

  @Override
  public void acknowledge(int packetId) throws LinkException {
    try {
      client.messageArrivedComplete(packetId, 1);
    } catch (MqttException | RuntimeException gone) {
      throw failed(gone);
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(PahoTimes.LAST_WORDS_MILLIS, PahoTimes.LAST_WORDS_MILLIS);
      }
      client.close(true);
    } catch (MqttException | RuntimeException alreadyGone) {
      events.lost(failure(alreadyGone));
    }
  }

  private LinkException failed(Exception problem) {
    return new LinkException(failure(problem), problem);
  }

  private LinkFailure failure(Throwable problem) {
    LinkFailure answer =
        problem instanceof MqttException told ? answers.three(told.getReasonCode()) : null;
    return answer == null ? PahoTimes.failure(problem, settings.address()) : answer;
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
        events.lost(cause == null ? PahoTimes.closed(settings.address()) : failure(cause));
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {}
    };
  }
}
