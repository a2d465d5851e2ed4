package ai.cryox.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.mqtt.BrokerAddress;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.connectors.mqtt.Login;
import ai.cryox.connectors.mqtt.MqttReadingSource;
import ai.cryox.connectors.mqtt.MqttVersion;
import ai.cryox.connectors.mqtt.RetryPace;
import ai.cryox.connectors.mqtt.TlsFiles;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.ReadingSource;
import ai.cryox.core.routing.RouteTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One source, a broker on the real wire, and a sink that the test holds in its hand.
class MqttReadingSourceTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";
  private static final String READING =
      "{\"deviceId\":\"temp_001\",\"facilityId\":\"site\",\"timestamp\":\"2026-03-02T08:00:00Z\",\"temperature\":4.5}";

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

  @ParameterizedTest
  @EnumSource
  void acknowledgesAfterTheCommitAndInOrder(MqttVersion version) {
    HeldSink sink = new HeldSink(10);
    try (TestBroker broker = new TestBroker(null);
        ReadingSource source = source(version, broker, sink, null, 1)) {
      startAndAwait(source, LinkState.CONNECTED);
      broker.publish(TOPIC, READING);
      broker.publish(TOPIC, READING);
      Await.until("both have arrived", () -> sink.count() == 2);
      sink.get(1).receipt().committed();
      broker.publish(TOPIC, READING);
      Await.until("the third has arrived", () -> sink.count() == 3);
      assertEquals(3, broker.owed(), "the second waits for the first");
      sink.get(0).receipt().committed();
      Await.until("the first two are acknowledged", () -> broker.owed() == 1);
      assertEquals(2, link(source).counts().acknowledged());
      assertEquals(3, link(source).counts().received());
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsNoFurtherWhileTheSinkIsFullAndSaysSo(MqttVersion version) {
    HeldSink sink = new HeldSink(1);
    try (TestBroker broker = new TestBroker(null);
        ReadingSource source = source(version, broker, sink, null, 1)) {
      startAndAwait(source, LinkState.CONNECTED);
      for (int i = 0; i < 100; i++) {
        broker.publish(TOPIC, READING);
      }
      Await.until("the link is held", () -> link(source).state() == LinkState.HELD);
      assertEquals(2, link(source).counts().received());
      sink.makeRoom(1_000);
      Await.until("all have arrived", () -> sink.count() == 100);
      assertEquals(LinkState.CONNECTED, link(source).state());
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsWhileTheSinkIsFull(MqttVersion version) {
    HeldSink sink = new HeldSink(0);
    try (TestBroker broker = new TestBroker(null)) {
      ReadingSource source = source(version, broker, sink, null, 1);
      source.start();
      assertEquals(LinkState.CONNECTING, link(source).state(), "it waits for room first");
      sink.makeRoom(1);
      Await.until("it is connected", () -> link(source).state() == LinkState.CONNECTED);
      broker.publish(TOPIC, READING);
      broker.publish(TOPIC, READING);
      Await.until("the link is held", () -> link(source).state() == LinkState.HELD);
      source.close();
      assertEquals(LinkState.CLOSED, link(source).state());
      sink.makeRoom(10);
      assertEquals(1, sink.count(), "nothing is handed in after the end");
      assertEquals(2, broker.owed(), "what was not stored comes again");
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatThePasswordIsWrongAndIsInNoHurry(MqttVersion version) {
    try (TestBroker broker = new TestBroker("right");
        ReadingSource source =
            source(version, broker, new HeldSink(1), new Login("cryox", "wrong-one"), 1)) {
      startAndAwait(source, LinkState.REFUSED);
      String sentence = link(source).sentence();
      assertTrue(sentence.contains("does not accept our user name or password"), sentence);
      assertFalse(sentence.contains("wrong-one"), "a password is never shown");
      assertTrue(Integer.parseInt(sentence.replaceAll(".*after (\\d+) s.*", "$1")) >= 30, sentence);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sharesTheMessagesAmongItsConnections(MqttVersion version) {
    HeldSink sink = new HeldSink(1_000);
    try (TestBroker broker = new TestBroker(null);
        ReadingSource source = source(version, broker, sink, null, 3)) {
      startAndAwait(source, LinkState.CONNECTED);
      for (int i = 0; i < 30; i++) {
        broker.publish(TOPIC, READING);
      }
      Await.until("all have arrived", () -> sink.count() == 30);
      source.links().forEach(link -> assertEquals(10, link.counts().received(), link.name()));
      assertEquals(Set.of("$share/test/devices/#"), Set.copyOf(broker.filters()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsInWhatCannotBeUsedAsAFault(MqttVersion version) {
    HeldSink sink = new HeldSink(10);
    try (TestBroker broker = new TestBroker(null);
        ReadingSource source = source(version, broker, sink, null, 1)) {
      startAndAwait(source, LinkState.CONNECTED);
      broker.publish("devices/temp_001/other", READING);
      broker.publish(TOPIC, "x".repeat(300_000));
      broker.publish(TOPIC, "{");
      Await.until("all have arrived", () -> sink.count() == 3);
      assertEquals(Fault.Reason.WRONG_TOPIC, fault(sink, 0));
      assertEquals(Fault.Reason.TOO_LARGE, fault(sink, 1));
      assertEquals(Fault.Reason.MALFORMED_JSON, fault(sink, 2));
    }
  }

  private static Fault.Reason fault(HeldSink sink, int number) {
    return sink.get(number).decoded().faults().getFirst().reason();
  }

  private static LinkStatus link(ReadingSource source) {
    return source.links().getFirst();
  }

  private static void startAndAwait(ReadingSource source, LinkState state) {
    source.start();
    Await.until(
        "all links are " + state,
        () -> source.links().stream().allMatch(link -> link.state() == state));
  }

  private ReadingSource source(
      MqttVersion version,
      TestBroker broker,
      HeldSink sink,
      @Nullable Login login,
      int connections) {
    BrokerSettings settings =
        new BrokerSettings(
            BrokerAddress.parse("tcp://127.0.0.1:" + broker.port()),
            version,
            "test",
            login,
            TlsFiles.NONE,
            List.of("devices/#"),
            connections,
            Duration.ofDays(1),
            RetryPace.USUAL);
    return new MqttReadingSource(
        settings,
        new JsonPayloadDecoder(() -> RouteTable.DEFAULT),
        sink,
        clock,
        new SplittableRandom(7));
  }
}
