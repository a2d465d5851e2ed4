package ai.cryox.simulator.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// One MQTT 3.1.1 connection from its first attempt to its end; never used again after that.
///
/// Paho's threads only raise flags here; all that follows is done by the thread that pumps.
final class Connection {
  private static final int CONNECT_SECONDS = 10;
  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final int DISCONNECT_MILLIS = 300;

  private final MqttAsyncClient client;
  private final Runnable wake;
  private volatile boolean open;
  private final Queue<Incoming> heard = new ConcurrentLinkedQueue<>();
  private volatile boolean listening;
  private volatile @Nullable String lost;

  /// @param window most messages sent and not acknowledged
  /// @param credentials what it shows, or `null`
  /// @param wake called from any thread when there is something new
  Connection(
      String broker, String clientId, int window, @Nullable Credentials credentials, Runnable wake)
      throws MqttException {
    this.wake = wake;
    client = new MqttAsyncClient(broker, clientId, new MemoryPersistence());
    client.setCallback(watch());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(window + 10);
    if (credentials != null) {
      credentials.apply(options, clientId);
    }
    client.connect(options, null, listener(() -> open = true));
  }

  /// Sends a message; `acknowledged` is run on any thread when its PUBACK has come.
  void publish(OutgoingMessage message, Runnable acknowledged) throws MqttException {
    client.publish(message.topic(), message.payload(), 1, false, null, listener(acknowledged));
  }

  /// Says something that nobody keeps and nobody acknowledges.
  void say(Reaction.Saying saying) throws MqttException {
    client.publish(saying.topic(), saying.payload(), 0, false);
  }

  /// Subscribes; {@link #isListening} says when it is granted. A broker that does not grant it is
  /// none that would talk to devices.
  void subscribe(List<String> filters) throws MqttException {
    int[] qos = new int[filters.size()];
    Arrays.fill(qos, 1);
    client.subscribe(
        filters.toArray(String[]::new),
        qos,
        null,
        new IMqttActionListener() {
          @Override
          public void onSuccess(IMqttToken token) {
            listening = Arrays.stream(token.getGrantedQos()).allMatch(granted -> granted <= 2);
            wake.run();
          }

          @Override
          public void onFailure(IMqttToken token, @Nullable Throwable cause) {
            wake.run();
          }
        });
  }

  boolean isListening() {
    return listening;
  }

  /// What came, oldest first, or `null`.
  @Nullable Incoming hear() {
    return heard.poll();
  }

  boolean isOpen() {
    return open && lost == null;
  }

  /// Why the connection is over, or `null` while it is not.
  @Nullable String lost() {
    return lost;
  }

  void close() {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, DISCONNECT_MILLIS);
      }
      client.close(true);
    } catch (MqttException alreadyGone) {
      lose(alreadyGone);
    }
  }

  private void lose(@Nullable Throwable cause) {
    lost = reason(cause);
    wake.run();
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "the broker closed the connection";
    }
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }

  private IMqttActionListener listener(Runnable onSuccess) {
    return new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        onSuccess.run();
        wake.run();
      }

      @Override
      public void onFailure(IMqttToken token, @Nullable Throwable cause) {
        lose(cause);
      }
    };
  }

  private MqttCallback watch() {
    return new MqttCallback() {
      @Override
      public void connectionLost(@Nullable Throwable cause) {
        lose(cause);
      }

      @Override
      public void messageArrived(String topic, MqttMessage message) {
        heard.add(new Incoming(client.getClientId(), topic, message.getPayload()));
        wake.run();
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {}
    };
  }
}
