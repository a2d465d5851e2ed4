package ai.cryox.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// A device made for IoT Hub, on Paho 3: its session is kept, as IoT Hub's SDKs have it.
final class HubDevice implements AutoCloseable {
  private final MqttClient client;
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

  HubDevice(int port, String deviceId) throws MqttException {
    client = new MqttClient("tcp://127.0.0.1:" + port, deviceId, new MemoryPersistence());
    client.setTimeToWait(10_000);
    client.setCallback(
        new MqttCallback() {
          @Override
          public void connectionLost(@Nullable Throwable cause) {
            arrived.add("lost");
          }

          @Override
          public void messageArrived(String topic, MqttMessage message) {
            arrived.add(topic + " " + new String(message.getPayload(), UTF_8));
          }

          @Override
          public void deliveryComplete(IMqttDeliveryToken token) {}
        });
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(false);
    options.setUserName("hub.azure-devices.net/" + deviceId + "/?api-version=2021-04-12");
    client.connect(options);
  }

  /// All that IoT Hub has for devices.
  HubDevice subscribe() throws MqttException {
    client.subscribe(
        new String[] {
          "$iothub/twin/res/#",
          "$iothub/twin/PATCH/properties/desired/#",
          "$iothub/methods/POST/#",
          "devices/" + client.getClientId() + "/messages/devicebound/#"
        },
        new int[] {1, 1, 1, 1});
    return this;
  }

  /// Returns once the endpoint has acknowledged it.
  void say(String topic, String payload) throws MqttException {
    client.publish(topic, payload.getBytes(UTF_8), 1, false);
  }

  /// The next message: topic, space, payload.
  String hear() throws InterruptedException {
    String next = arrived.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came within a minute");
    }
    return next;
  }

  boolean isConnected() {
    return client.isConnected();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect();
    }
    client.close();
  }
}
