package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Publication;
import ai.cryox.core.backend.SignIn;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HiveMQ's client, against a whole backend over a real file.
class HiveMqTest {
  private static final String EVENTS = "devices/temp_001/messages/events/";
  private static final String DEVICE_BOUND = "devices/temp_001/messages/devicebound/";

  @TempDir Path folder;
  private RunningBackend running;

  @BeforeEach
  void start() {
    running = new RunningBackend(folder);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private MqttClientBuilder device() {
    return MqttClient.builder()
        .identifier("temp_001")
        .serverHost("127.0.0.1")
        .serverPort(running.endpoint.port());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /// The endpoint's test payloads are one reading of one moment: the same value is stored once.
  private void awaitOneStored() throws InterruptedException {
    var session = running.backend.signIn(new SignIn.Desk("test"));
    EndpointFixture.await("a reading", () -> session.live().latest().vitals().stored() == 1);
    assertEquals(0, session.live().latest().vitals().rejected());
  }

  private void sendWhileAway() throws Exception {
    Publication message = Publication.of(DEVICE_BOUND, bytes("set"), 1);
    assertEquals(
        Outcome.QUEUED,
        running.backend.downlink().send("temp_001", message).get(60, TimeUnit.SECONDS));
  }

  @Test
  void threePublishesWithEveryQos() throws InterruptedException {
    Mqtt3BlockingClient client = device().useMqttVersion3().buildBlocking();
    client.connect();
    for (MqttQos qos : MqttQos.values()) {
      client.publishWith().topic(EVENTS).qos(qos).payload(bytes("2.5")).send();
    }
    awaitOneStored();
    client.disconnect();
  }

  @Test
  void fivePublishesWithEveryQos() throws InterruptedException {
    Mqtt5BlockingClient client = device().useMqttVersion5().buildBlocking();
    client.connect();
    for (MqttQos qos : MqttQos.values()) {
      client
          .publishWith()
          .topic(EVENTS)
          .qos(qos)
          .payload(bytes("2.5"))
          .userProperties()
          .add("messageType", "temperature")
          .applyUserProperties()
          .send();
    }
    awaitOneStored();
    client.disconnect();
  }

  @Test
  void threeHearsWhatItSubscribedToWithEveryQos() throws InterruptedException {
    Mqtt3BlockingClient client = device().useMqttVersion3().buildBlocking();
    client.connect();
    try (var heard = client.publishes(MqttGlobalPublishFilter.SUBSCRIBED)) {
      client.subscribeWith().topicFilter("hall/+").qos(MqttQos.EXACTLY_ONCE).send();
      for (MqttQos qos : MqttQos.values()) {
        client.publishWith().topic("hall/1").qos(qos).payload(bytes(qos.name())).send();
        var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
        assertEquals(qos.name(), text(message.getPayloadAsBytes()));
        assertEquals(qos, message.getQos());
      }
    }
    client.disconnect();
  }

  @Test
  void fiveHearsWhatItSubscribedToWithEveryQos() throws InterruptedException {
    Mqtt5BlockingClient client = device().useMqttVersion5().buildBlocking();
    client.connect();
    try (var heard = client.publishes(MqttGlobalPublishFilter.SUBSCRIBED)) {
      client.subscribeWith().topicFilter("hall/+").qos(MqttQos.EXACTLY_ONCE).send();
      for (MqttQos qos : MqttQos.values()) {
        client.publishWith().topic("hall/1").qos(qos).payload(bytes(qos.name())).send();
        var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
        assertEquals(qos.name(), text(message.getPayloadAsBytes()));
        assertEquals(qos, message.getQos());
      }
      client.unsubscribeWith().topicFilter("hall/+").send();
      client.publishWith().topic("hall/1").qos(MqttQos.AT_LEAST_ONCE).send();
      assertEquals(Optional.empty(), heard.receiveNow());
    }
    client.disconnect();
  }

  @Test
  void theSessionOfThreeSurvivesAReconnection() throws Exception {
    Mqtt3BlockingClient client = device().useMqttVersion3().buildBlocking();
    assertFalse(client.connectWith().cleanSession(false).send().isSessionPresent());
    client.subscribeWith().topicFilter(DEVICE_BOUND + "#").qos(MqttQos.AT_LEAST_ONCE).send();
    client.disconnect();
    sendWhileAway();
    try (var heard = client.publishes(MqttGlobalPublishFilter.ALL)) {
      assertTrue(client.connectWith().cleanSession(false).send().isSessionPresent());
      var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
      assertEquals("set", text(message.getPayloadAsBytes()));
    }
    client.disconnect();
  }

  @Test
  void theSessionOfFiveSurvivesAReconnection() throws Exception {
    Mqtt5BlockingClient client = device().useMqttVersion5().buildBlocking();
    client.connectWith().sessionExpiryInterval(600).send();
    client.subscribeWith().topicFilter(DEVICE_BOUND + "#").qos(MqttQos.AT_LEAST_ONCE).send();
    client.disconnect();
    sendWhileAway();
    try (var heard = client.publishes(MqttGlobalPublishFilter.ALL)) {
      var answer = client.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
      assertTrue(answer.isSessionPresent());
      var message = heard.receive(10, TimeUnit.SECONDS).orElseThrow();
      assertEquals("set", text(message.getPayloadAsBytes()));
    }
    client.disconnect();
  }
}
