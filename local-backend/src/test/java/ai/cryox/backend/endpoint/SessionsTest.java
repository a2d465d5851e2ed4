package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Receipt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sessions remember over connections, restarts and crashes: real sockets and a real file.
class SessionsTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";

  @TempDir Path folder;
  private RunningBackend running;

  @BeforeEach
  void start() {
    running = new RunningBackend(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private void restart() {
    running.close();
    running = new RunningBackend(folder.resolve("data"));
  }

  private void kill() {
    Path remains = running.remains(folder.resolve("remains"));
    running.close();
    running = new RunningBackend(remains);
  }

  private RawClient stay(String clientId) {
    return running.raw().stay(clientId);
  }

  private static byte[] publish(int qos, int packetId, String topic, String text) {
    return RawClient.publishPacket(4, qos, packetId, topic, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMessageThatWasReceivedButNotReleasedIsNotTakenTwiceAfterACrash() {
    try (RawClient listener = stay("listener").subscribe("t", 2);
        RawClient sender = stay("sender")) {
      sender.send(publish(2, 7, "t", "x")).expect("50 02 00 07");
      assertEquals("x", listener.readText());
    }
    kill();
    try (RawClient listener = running.raw().resume("listener");
        RawClient sender = running.raw().resume("sender")) {
      assertEquals("x", listener.readText());
      sender.send(publish(2, 7, "t", "x")).expect("50 02 00 07");
      sender.send("62 02 00 07").expect("70 02 00 07");
      sender.send(publish(2, 7, "t", "y")).expect("50 02 00 07");
      assertEquals("y", listener.readText());
    }
  }

  @Test
  void aClientThatHasAMessageGetsItsReleaseAndNotTheMessageAfterACrash() {
    try (RawClient listener = stay("listener").subscribe("t", 2);
        RawClient sender = running.raw().connect(4, "sender", 60)) {
      sender.send(publish(1, 1, "t", "one")).expect("40 02 00 01");
      sender.send(publish(2, 2, "t", "two")).expect("50 02 00 02");
      assertEquals("one", listener.readText());
      assertEquals("two", listener.readText());
      listener.send("50 02 00 02").expect("62 02 00 02");
    }
    kill();
    try (RawClient listener = running.raw().resume("listener")) {
      byte[] again = listener.readPacket();
      assertEquals(0x3A, again[0], "PUBLISH with QoS 1 and DUP");
      listener.expect("62 02 00 02");
      listener.send("70 02 00 02").send("c0 00").expect("d0 00");
    }
  }

  @Test
  void queuesSubscriptionsAndRetainedMessagesSurviveARestart() throws Exception {
    try (RawClient listener = stay("listener").subscribe("q/+", 1)) {
      listener.send("e0 00").expectEnd();
    }
    try (RawClient sender = running.raw().connect(4, "sender", 60)) {
      sender.send(publish(1, 1, "q/1", "queued")).expect("40 02 00 01");
      byte[] retained = publish(1, 2, "r/1", "kept");
      retained[0] |= 1;
      sender.send(retained).expect("40 02 00 02");
    }
    restart();
    try (RawClient listener = running.raw().resume("listener")) {
      assertEquals("queued", listener.readText());
    }
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    try (MqttClient paho = new MqttClient(running.uri(), "paho", null)) {
      paho.connect(new MqttConnectOptions());
      paho.subscribe("r/#", 2, (topic, message) -> got.add(topic + message.isRetained()));
      assertEquals("r/1true", got.poll(60, TimeUnit.SECONDS));
      paho.disconnect();
    }
  }

  @Test
  void readingsWithQosTwoAreStoredOnceHoweverOftenTheyCome() throws InterruptedException {
    var session = running.backend.signIn(new SignIn.Desk("test"));
    try (RawClient sender = stay("temp_001")) {
      sender.send(publish(2, 7, TOPIC, "2.5")).expect("50 02 00 07");
    }
    try (RawClient sender = running.raw().resume("temp_001")) {
      sender.send(publish(2, 7, TOPIC, "99")).expect("50 02 00 07");
      sender.send("62 02 00 07").expect("70 02 00 07");
      EndpointFixture.await("the snapshot", () -> session.live().latest().vitals().stored() == 1);
      assertEquals(0, session.live().latest().vitals().rejected());
    }
  }

  @Test
  void theWillOfADeviceIsAMessageOfTheDevice() throws InterruptedException {
    var session = running.backend.signIn(new SignIn.Desk("test"));
    try (RawClient lost = running.raw()) {
      lost.send(RawClient.connectWithWill("temp_001", TOPIC, "21")).expect("20 02 00 00");
    }
    EndpointFixture.await("the will", () -> session.live().latest().vitals().stored() == 1);
  }

  @Test
  void theBackendReachesADeviceThatIsAwayAfterARestartToo() throws Exception {
    String topic = "devices/temp_001/messages/devicebound/";
    try (RawClient device = stay("temp_001").subscribe(topic + "#", 1)) {
      device.send("e0 00").expectEnd();
    }
    Publication message = Publication.of(topic, "set".getBytes(StandardCharsets.UTF_8), 1);
    assertEquals(
        Outcome.QUEUED,
        running.backend.downlink().send("temp_001", message).get(60, TimeUnit.SECONDS));
    restart();
    try (RawClient device = running.raw().resume("temp_001")) {
      assertEquals("set", device.readText());
      device.send("40 02 00 01").send("c0 00").expect("d0 00");
    }
  }

  @Test
  void whatTheBackendHandlesGoesToItsHandlerAndIsAcknowledgedWhenThatSaysSo() throws Exception {
    BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    TopicHandler twin =
        new TopicHandler() {
          @Override
          public boolean handles(String topic) {
            return topic.startsWith("$iothub/");
          }

          @Override
          public void receive(String clientId, String topic, byte[] payload, Receipt receipt) {
            assertEquals("temp_001", clientId);
            assertArrayEquals(new byte[] {'x'}, payload);
            receipts.add(receipt);
          }
        };
    try (RunningBackend handling = new RunningBackend(folder.resolve("twin"), twin);
        RawClient device = handling.raw().connect(4, "temp_001", 60)) {
      device.send(publish(1, 1, "$iothub/twin/GET/?$rid=1", "x"));
      Receipt first = receipts.poll(60, TimeUnit.SECONDS);
      device.send(publish(2, 2, "$iothub/twin/GET/?$rid=2", "x"));
      Receipt second = receipts.poll(60, TimeUnit.SECONDS);
      assertTrue(first != null && second != null);
      device.send("c0 00").expect("d0 00");
      second.committed();
      first.committed();
      device.expect("40 02 00 01").expect("50 02 00 02");
    }
  }
}
