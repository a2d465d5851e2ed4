package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Receipt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";

  private final EndpointFixture fixture =
      new EndpointFixture(
          1000, EndpointFixture.settings(Duration.ofMillis(600), Duration.ofMillis(600)));

  @AfterEach
  void stop() {
    fixture.close();
  }

  private void expectBroken(Fault.Reason reason) throws InterruptedException {
    Fault fault = fixture.sink.takeFault();
    assertEquals(reason, fault.reason(), fault::detail);
  }

  private void expectAlive() {
    try (RawClient good = fixture.raw().connect(4, "good", 60)) {
      good.send("c0 00");
      good.expect("d0 00");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 00",
        "f1 00",
        "11 00",
        "82 00",
        "80 00",
        "36 00",
        "ff ff ff ff 7f",
        "47 45 54 20 2f",
        "10 ff ff ff ff 01",
        "c0 01 00",
        "c0 00",
        "30 03 00 01 61",
        "16 03 01 02 00 01",
        "e0 00",
        "10 05 00 ff 4d 51 54",
        "10 00",
        "10 0c 00 04 4d 51 54 54 04 03 00 3c 00 00"
      })
  void whatIsNoConnectAtTheBeginningEndsTheConnectionAndIsStored(String hex)
      throws InterruptedException {
    try (RawClient client = fixture.raw()) {
      client.sendAnyway(RawClient.bytes(hex));
      Delivery delivery = fixture.sink.take();
      assertEquals(
          Fault.Reason.BROKEN_PACKET, delivery.decoded().faults().getFirst().reason(), hex);
      assertEquals(Receipt.NONE, delivery.receipt());
      assertEquals("", delivery.origin().topic());
      assertTrue(delivery.origin().source().startsWith("127.0.0.1:"));
      assertTrue(delivery.raw().length > 0);
      client.expectEnd();
    }
    expectAlive();
  }

  @ParameterizedTest
  @CsvSource({
    "10 0c 00 04 4d 51 54 54 06 02 00 3c 00 00, 20 03 00 84 00",
    "10 0c 00 04 4d 51 54 54 02 02 00 3c 00 00, 20 02 00 01",
    "10 0c 00 04 4d 51 54 55 04 02 00 3c 00 00, 20 02 00 01",
    "10 0c 00 04 4d 51 54 54 04 00 00 3c 00 00, 20 02 00 02",
    "10 0e 00 06 4d 51 49 73 64 70 03 02 00 3c 00 00, 20 02 00 02",
    "10 0d 00 04 4d 51 54 54 05 03 00 3c 00 00 00, 20 03 00 81 00",
    "10 0d 00 04 4d 51 54 54 05 12 00 3c 00 00 00, 20 03 00 81 00",
    "10 11 00 04 4d 51 54 54 05 02 00 3c 04 15 00 01 61 00 00, 20 03 00 8c 00",
  })
  void aConnectThatCannotBeIsRefusedWithItsCode(String connect, String answer)
      throws InterruptedException {
    try (RawClient client = fixture.raw()) {
      client.send(connect);
      client.expect(answer);
      client.expectEnd();
      expectBroken(Fault.Reason.BROKEN_PACKET);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4, 10 0c 00 04 4d 51 54 54 04 02 00 3c 00 00,",
    "5, 10 0d 00 04 4d 51 54 54 05 02 00 3c 00 00 00, 82",
    "5, 83 00, 81",
    "5, 82 03 00 01 00, 82",
    "5, 20 03 00 00 00, 82",
    "5, 32 05 00 00 00 01 00, 82",
    "5, 32 08 00 00 00 01 03 23 00 00, 94",
    "5, 32 08 00 00 00 01 03 23 00 11, 94",
    "5, 32 08 00 00 00 01 03 23 00 01, 82",
    "5, 32 05 00 ff 61 00 01, 81",
    "5, 32 06 00 01 61 00 00 00, 81",
    "5, 32 06 00 01 23 00 01 00, 81",
    "5, 32 ff ff ff 7f, 95",
    "5, 82 09 00 01 02 0b 00 00 01 61 00, 82",
    "4, 36 00,",
    "4, 32 00,",
  })
  void whatBreaksTheRulesLaterEndsTheConnectionAndIsStored(int level, String hex, String code)
      throws InterruptedException {
    try (RawClient client = fixture.raw().connect(level, "temp_001", 60)) {
      client.send(hex);
      Delivery delivery = fixture.sink.take();
      assertEquals(1, delivery.decoded().faults().size());
      assertEquals("temp_001", delivery.origin().source());
      assertArrayEquals(RawClient.bytes(hex), delivery.raw());
      if (code != null) {
        byte[] goodbye = client.readPacket();
        assertEquals((byte) 0xE0, goodbye[0]);
        assertEquals(code, "%02x".formatted(goodbye[2]));
      }
      client.expectEnd();
    }
    expectAlive();
  }

  @Test
  void anEmptyClientIdIsReplacedByOneOfOurs() {
    try (RawClient five = fixture.raw();
        RawClient four = fixture.raw().connect(4, "", 60)) {
      five.send(RawClient.connectPacket(5, "", 60));
      byte[] answer = five.readPacket();
      assertEquals(0, answer[3]);
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      assertTrue(text.contains("\u0012\u0000)auto-"), "Assigned Client Identifier");
      four.send("c0 00");
      four.expect("d0 00");
    }
  }

  @Test
  void aSecondConnectionOfAClientTakesOver() throws InterruptedException {
    try (RawClient older = fixture.raw().connect(5, "temp_001", 60)) {
      try (RawClient newer = fixture.raw().connect(4, "temp_001", 60)) {
        byte[] goodbye = older.readPacket();
        assertArrayEquals(RawClient.bytes("e0 8e"), new byte[] {goodbye[0], goodbye[2]});
        older.expectEnd();
        newer.send("c0 00");
        newer.expect("d0 00");
        older.hangUp();
        EndpointFixture.await("the older to be gone", () -> fixture.endpoint.connections() == 1);
        try (RawClient newest = fixture.raw().connect(4, "temp_001", 60)) {
          newer.expectEnd();
          newest.send("c0 00");
          newest.expect("d0 00");
        }
      }
    }
    EndpointFixture.await("all to be gone", () -> fixture.endpoint.connections() == 0);
  }

  @Test
  void halfAPacketThenSilenceIsABrokenPacket() throws InterruptedException {
    byte[] connect = RawClient.connectPacket(4, "temp_001", 0);
    byte[] publish = RawClient.publishPacket(4, 1, 1, TOPIC, new byte[500]);
    try (RawClient before = fixture.raw();
        RawClient after = fixture.raw().connect(4, "temp_001", 0)) {
      before.send(Arrays.copyOf(connect, 9));
      after.send(Arrays.copyOf(publish, 100));
      before.expectEnd();
      after.expectEnd();
      expectBroken(Fault.Reason.BROKEN_PACKET);
      expectBroken(Fault.Reason.BROKEN_PACKET);
    }
  }

  @Test
  void halfAPacketThenTheEndIsABrokenPacket() throws InterruptedException {
    try (RawClient client = fixture.raw().connect(4, "temp_001", 0)) {
      client.send("32 40 00");
    }
    Delivery delivery = fixture.sink.take();
    assertEquals(Fault.Reason.BROKEN_PACKET, delivery.decoded().faults().getFirst().reason());
    assertArrayEquals(RawClient.bytes("32 40 00"), delivery.raw());
  }

  @Test
  void whoSaysNothingAtAllIsSentAwayWithoutAWord() {
    try (RawClient client = fixture.raw()) {
      client.expectEnd();
    }
    assertEquals(0, fixture.sink.size());
  }

  @Test
  void keepAliveIsEnforced() {
    try (RawClient silent = fixture.raw().connect(5, "temp_001", 1)) {
      long start = System.nanoTime();
      byte[] goodbye = silent.readPacket();
      assertArrayEquals(RawClient.bytes("e0 8d"), new byte[] {goodbye[0], goodbye[2]});
      assertTrue(System.nanoTime() - start > 1_300_000_000L, "closed too early");
      silent.expectEnd();
    }
    assertEquals(0, fixture.sink.size());
  }

  @Test
  void aTopicAliasStandsForItsTopic() throws InterruptedException {
    byte[] alias = RawClient.bytes("03 23 00 10");
    try (RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      client.send(RawClient.publishPacket(1, 1, TOPIC, alias, new byte[] {'1'}));
      client.send(RawClient.publishPacket(1, 2, "", alias, new byte[] {'2'}));
      for (int packetId = 1; packetId <= 2; packetId++) {
        assertEquals(TOPIC, fixture.sink.takeAndCommit().origin().topic());
        client.expect("40 02 00 0" + packetId);
      }
    }
  }

  @Test
  void userPropertiesOfMqttFiveBelongToTheOrigin() throws InterruptedException {
    byte[] properties = RawClient.bytes("0e 26 00 05 61 6c 65 72 74 00 04 74 72 75 65");
    try (RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      client.send(RawClient.publishPacket(0, 0, TOPIC, properties, new byte[] {'1'}));
      assertEquals("true", fixture.sink.take().origin().properties().get("alert"));
    }
  }

  @Test
  void aDeviceMayListenToItsOwnTopicsOnly() {
    String own = "devices/temp_001/messages/devicebound/#";
    String other = "devices/temp_002/messages/devicebound/#";
    try (RawClient four = fixture.raw().connect(4, "temp_001", 60)) {
      four.send(subscribe("0001", own, 2)).expect("90 03 00 01 02");
      four.send(subscribe("0002", other, 1)).expect("90 03 00 02 80");
      four.send(RawClient.packet(0xA2, RawClient.bytes("0003 0001 61"))).expect("b0 02 00 03");
    }
    try (RawClient five = fixture.raw().connect(5, "temp_001", 60)) {
      five.send(subscribe("0001 00", "$iothub/methods/POST/#", 0)).expect("90 04 00 01 00 00");
      five.send(subscribe("0002 00", "#", 0)).expect("90 04 00 02 00 87");
      five.send(subscribe("0003 00", "$share/a/b", 0)).expect("90 04 00 03 00 9e");
      five.send(RawClient.packet(0xA2, RawClient.bytes("0004 00 0001 61")))
          .expect("b0 04 00 04 00 11");
    }
  }

  static byte[] subscribe(String head, String filter, int qos) {
    byte[] start = RawClient.bytes(head);
    byte[] text = filter.getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(start, start.length + 2 + text.length + 1);
    body[start.length + 1] = (byte) text.length;
    System.arraycopy(text, 0, body, start.length + 2, text.length);
    body[body.length - 1] = (byte) qos;
    return RawClient.packet(0x82, body);
  }

  @Test
  void placesAreLimitedAndGivenBack() throws InterruptedException {
    EndpointSettings usual =
        EndpointFixture.settings(Duration.ofSeconds(10), Duration.ofSeconds(60));
    EndpointSettings two =
        new EndpointSettings(
            usual.address(),
            2,
            2,
            1000,
            2000,
            usual.connectTimeout(),
            usual.packetTimeout(),
            usual.longestKeepAlive(),
            usual.shedAfter(),
            usual.inFlight(),
            usual.relay());
    try (EndpointFixture narrow = new EndpointFixture(10, two);
        RawClient first = narrow.raw().connect(4, "a", 60);
        RawClient second = narrow.raw().connect(4, "b", 60)) {
      try (RawClient third = narrow.raw()) {
        third.expectEnd();
      }
      second.hangUp();
      EndpointFixture.await("a free place", () -> narrow.endpoint.connections() == 1);
      narrow.raw().connect(4, "c", 60).close();
      first.send("c0 00");
      first.expect("d0 00");
    }
  }

  @Test
  void aBusyPortIsToldInOneSentence() {
    EndpointSettings taken =
        EndpointSettings.at(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), fixture.endpoint.port()));
    EndpointException busy =
        assertThrows(EndpointException.class, () -> new EndpointFixture(1, taken).close());
    String words = String.valueOf(busy.getMessage());
    assertTrue(words.contains(":" + fixture.endpoint.port()), words);
  }

  @Test
  void onlyLoopbackIsListenedOn() {
    EndpointSettings open = EndpointSettings.at(new InetSocketAddress(0));
    assertNotNull(open.problem());
    assertThrows(EndpointException.class, () -> new EndpointFixture(1, open).close());
  }
}
