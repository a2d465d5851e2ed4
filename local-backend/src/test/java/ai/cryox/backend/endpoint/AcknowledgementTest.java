package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";

  private final EndpointFixture fixture = EndpointFixture.of(1000);

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static byte[] publish(int level, int packetId, String temperature) {
    return RawClient.publishPacket(
        level, 1, packetId, TOPIC, temperature.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPublicationIsAcknowledgedAfterItsCommitAndNotBefore() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(4, "temp_001", 60)) {
      client.send(publish(4, 7, "2.5"));
      Delivery delivery = fixture.sink.take();
      assertEquals(
          Reading.of("temp_001", "w1", EndpointFixture.NOW, 2.5), delivery.messages().getFirst());
      assertEquals("temp_001", delivery.origin().source());
      assertEquals(EndpointFixture.NOW, delivery.receivedAt());
      client.send("c0 00");
      client.expect("d0 00");
      assertFalse(client.hasAnswer());
      delivery.receipt().committed();
      client.expect("40 02 00 07");
    }
  }

  @Test
  void acknowledgementsKeepTheOrderOfThePublicationsWhateverTheOrderOfCommits()
      throws InterruptedException {
    try (RawClient client = fixture.raw().connect(4, "temp_001", 60)) {
      client.send(publish(4, 1, "1")).send(publish(4, 2, "2")).send(publish(4, 3, "3"));
      List<Delivery> taken = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        taken.add(fixture.sink.take());
      }
      taken.get(2).receipt().committed();
      taken.get(1).receipt().committed();
      client.send("c0 00");
      client.expect("d0 00");
      taken.get(0).receipt().committed();
      client.expect("40 02 00 01");
      client.expect("40 02 00 02");
      client.expect("40 02 00 03");
    }
  }

  @Test
  void qosZeroIsTakenAndNotAcknowledged() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(4, "temp_001", 60)) {
      client.send(RawClient.publishPacket(4, 0, 0, TOPIC, new byte[] {'4'}));
      fixture.sink.takeAndCommit();
      client.send("c0 00");
      client.expect("d0 00");
    }
  }

  @Test
  void mqttFiveIsToldWhyAPublicationIsOfNoUse() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      client.send(publish(5, 1, "warm"));
      assertEquals(Fault.Reason.MALFORMED_JSON, fixture.sink.takeFault().reason());
      client.expect("40 04 00 01 99 00");
      client.send(RawClient.publishPacket(5, 1, 2, "some/where", new byte[] {'4'}));
      assertEquals(Fault.Reason.WRONG_TOPIC, fixture.sink.takeFault().reason());
      client.expect("40 04 00 02 90 00");
      client.send(RawClient.publishPacket(5, 1, 3, TOPIC, new byte[1_000_000]));
      Delivery large = fixture.sink.takeAndCommit();
      assertEquals(Fault.Reason.TOO_LARGE, large.decoded().faults().getFirst().reason());
      assertEquals(1_000_000, large.raw().length);
      client.expect("40 04 00 03 97 00");
      client.send(publish(5, 4, "4"));
      fixture.sink.takeAndCommit();
      client.expect("40 02 00 04");
    }
  }

  @Test
  void beforeMqttFiveUselessPublicationsAreJustAcknowledged() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(4, "temp_001", 60)) {
      client.send(publish(4, 1, "warm"));
      client.send(RawClient.publishPacket(4, 1, 2, "some/where", new byte[] {'4'}));
      client.send(RawClient.publishPacket(4, 1, 3, TOPIC, new byte[1_000_000]));
      for (int packetId = 1; packetId <= 3; packetId++) {
        fixture.sink.takeFault();
        client.expect("40 02 00 0" + packetId);
      }
    }
  }

  @Test
  void aFullSinkStopsTheReadingAndLosesNothing() throws InterruptedException {
    int places = 3;
    int count = 2_000;
    try (EndpointFixture small = EndpointFixture.of(places);
        RawClient client = small.raw().connect(4, "temp_001", 60)) {
      Thread sender = Thread.ofVirtual().start(() -> sendAll(client, count));
      EndpointFixture.await("the sink to be full", () -> small.sink.refused() > 0);
      assertEquals(places, small.sink.size());
      for (int i = 1; i <= count; i++) {
        Reading reading = (Reading) small.sink.takeAndCommit().messages().getFirst();
        assertEquals(i % 100, reading.temperature());
        client.expect("40 02 %04x".formatted(i));
      }
      sender.join();
      client.send("c0 00");
      client.expect("d0 00");
    }
  }

  private static void sendAll(RawClient client, int count) {
    for (int i = 1; i <= count; i++) {
      client.send(publish(4, i, Integer.toString(i % 100)));
    }
  }

  @Test
  void whatWaitsForAFullSinkOutlivesItsConnection() throws InterruptedException {
    try (EndpointFixture small = EndpointFixture.of(1)) {
      try (RawClient client = small.raw().connect(4, "temp_001", 60)) {
        client.send(publish(4, 1, "1")).send(publish(4, 2, "2")).send(publish(4, 3, "3"));
        EndpointFixture.await("the sink to be full", () -> small.sink.refused() > 0);
      }
      Set<Double> seen = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        seen.add(((Reading) small.sink.takeAndCommit().messages().getFirst()).temperature());
      }
      assertEquals(Set.of(1.0, 2.0, 3.0), seen);
      EndpointFixture.await("the place to be free", () -> small.endpoint.connections() == 0);
    }
  }

  @Test
  void silenceWhileTheSinkIsFullIsNotTheClients() throws InterruptedException {
    try (EndpointFixture small = EndpointFixture.of(1);
        RawClient client = small.raw().connect(4, "temp_001", 1)) {
      client.send(publish(4, 1, "1")).send(publish(4, 2, "2"));
      EndpointFixture.await("the sink to be full", () -> small.sink.refused() > 0);
      long start = System.nanoTime();
      EndpointFixture.await(
          "longer than one and a half times the keep-alive",
          () -> System.nanoTime() - start > 2_000_000_000L);
      small.sink.takeAndCommit();
      small.sink.takeAndCommit();
      client.expect("40 02 00 01");
      client.expect("40 02 00 02");
      client.send("c0 00");
      client.expect("d0 00");
    }
  }

  @Test
  void closingWaitsForWhatIsTakenAndSaysGoodbye() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      client.send(publish(5, 1, "1"));
      Delivery delivery = fixture.sink.take();
      Thread closing = Thread.ofPlatform().start(fixture::close);
      delivery.receipt().committed();
      client.expect("40 02 00 01");
      byte[] goodbye = client.readPacket();
      assertEquals((byte) 0xE0, goodbye[0]);
      assertEquals((byte) 0x8B, goodbye[2]);
      client.expectEnd();
      closing.join();
      assertTrue(fixture.endpoint.connections() == 0);
    }
  }
}
