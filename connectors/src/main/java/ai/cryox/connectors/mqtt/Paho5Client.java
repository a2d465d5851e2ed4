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
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/// MQTT 5 by Paho.
final class Paho5Client implements BrokerClient {
  /// So many messages may wait for their acknowledgement: enough for several group commits.
  private static final int RECEIVE_MAXIMUM = 4_000;

  /// A retained message comes with a new subscription only, not again after each interruption.
  private static final int RETAINED_IF_NEW = 1;

  private final BrokerSettings settings;
  private final @Nullable SSLSocketFactory sockets;
  private final Events events;
  private final BrokerAnswers answers;
  private final MqttAsyncClient client;

  Paho5Client(
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

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(PahoTimes.CONNECT_SECONDS);
    options.setKeepAliveInterval(PahoTimes.KEEP_ALIVE_SECONDS);
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
  public void subscribe(List<String> filters) throws LinkException {
    int[] reasons;
    try {
      IMqttToken token =
          client.subscribe(
              filters.stream().map(Paho5Client::subscription).toArray(MqttSubscription[]::new));
      token.waitForCompletion(PahoTimes.SUBSCRIBED_MILLIS);
      reasons = token.getReasonCodes();
    } catch (MqttException | RuntimeException notSubscribed) {
      throw failed(notSubscribed);
    }
    for (int i = 0; i < reasons.length; i++) {
      if (reasons[i] >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR) {
        throw new LinkException(answers.refusedFilter(filters.get(i)));
      }
    }
  }

  private static MqttSubscription subscription(String filter) {
    MqttSubscription subscription = new MqttSubscription(filter, 1);
    if (!filter.startsWith("$share/")) {
      subscription.setRetainHandling(RETAINED_IF_NEW);
    }
    return subscription;
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
        client.disconnectForcibly(PahoTimes.LAST_WORDS_MILLIS, PahoTimes.LAST_WORDS_MILLIS, true);
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
        problem instanceof MqttException told ? answers.five(told.getReasonCode()) : null;
    return answer == null ? PahoTimes.failure(problem, settings.address()) : answer;
  }

  private LinkFailure failure(MqttDisconnectResponse response) {
    MqttException exception = response.getException();
    LinkFailure answer = exception == null ? answers.five(response.getReturnCode()) : null;
    if (answer != null) {
      return answer;
    }
    return exception == null ? PahoTimes.closed(settings.address()) : failure(exception);
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
