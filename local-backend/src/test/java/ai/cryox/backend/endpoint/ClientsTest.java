package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.reading.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The clients that devices really use.
class ClientsTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";
  private static final int COUNT = 200;

  private final EndpointFixture fixture = EndpointFixture.of(10_000);

  private final AtomicInteger committed = new AtomicInteger();

  /// Commits whatever comes, as the backend does.
  private final Thread committer = Thread.ofPlatform().daemon().start(this::commitAll);

  private volatile boolean stopping;

  @AfterEach
  void stop() throws InterruptedException {
    stopping = true;
    committer.join();
    fixture.close();
  }

  private void commitAll() {
    while (!stopping) {
      Delivery next = fixture.sink.poll();
      if (next != null) {
        committed.incrementAndGet();
        next.receipt().committed();
      }
    }
  }

  private static byte[] temperature(int i) {
    return Integer.toString(i % 100).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void pahoThreePublishesAndSubscribes() throws Exception {
    try (MqttClient client = new MqttClient(fixture.uri(), "temp_001", null)) {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
      options.setCleanSession(false);
      // Paho counts an acknowledged publication as in flight for a moment longer.
      options.setMaxInflight(COUNT);
      client.connect(options);
      client.subscribe("devices/temp_001/messages/devicebound/#", 1);
      for (int i = 0; i < COUNT; i++) {
        client.publish(TOPIC, temperature(i), 1, i % 2 == 0);
      }
      client.unsubscribe("devices/temp_001/messages/devicebound/#");
      assertEquals(COUNT, committed.get());
      client.disconnect();
    }
  }

  @Test
  void pahoThreeSpeaksTheOldestVersionToo() throws Exception {
    try (MqttClient client = new MqttClient(fixture.uri(), "temp_001", null)) {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1);
      client.connect(options);
      client.publish(TOPIC, temperature(1), 1, false);
      assertEquals(1, committed.get());
      client.disconnect();
    }
  }

  @Test
  void pahoFivePublishesAndSubscribes() throws Exception {
    var client = new org.eclipse.paho.mqttv5.client.MqttClient(fixture.uri(), "temp_001", null);
    try {
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setSessionExpiryInterval(3600L);
      client.connect(options);
      client.subscribe("devices/temp_001/messages/devicebound/#", 1);
      for (int i = 0; i < COUNT; i++) {
        var message = new MqttMessage(temperature(i));
        message.setQos(1);
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("messageType", "temperature")));
        message.setProperties(properties);
        client.publish(TOPIC, message);
      }
      client.unsubscribe("devices/temp_001/messages/devicebound/#");
      assertEquals(COUNT, committed.get());
      client.disconnect();
    } finally {
      client.close();
    }
  }

  @Test
  void tenThousandPublicationsOfFiftyClientsAreAllAcknowledgedInOrder()
      throws InterruptedException {
    int clients = 50;
    int each = 200;
    List<Thread> threads = new ArrayList<>();
    AtomicInteger acknowledged = new AtomicInteger();
    for (int c = 0; c < clients; c++) {
      String id = "temp_" + c;
      int level = c % 2 == 0 ? 4 : 5;
      threads.add(
          Thread.ofVirtual().start(() -> acknowledged.addAndGet(publishAll(id, level, each))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(clients * each, acknowledged.get());
    assertEquals(clients * each, committed.get());
  }

  private int publishAll(String id, int level, int count) {
    try (RawClient client = fixture.raw().connect(level, id, 60)) {
      String topic = "devices/" + id + "/messages/events/";
      for (int i = 1; i <= count; i++) {
        client.send(RawClient.publishPacket(level, 1, i, topic, temperature(i)));
      }
      for (int i = 1; i <= count; i++) {
        byte[] expected = RawClient.bytes("40 02 %04x".formatted(i));
        assertArrayEquals(expected, client.readPacket());
      }
    }
    return count;
  }
}
