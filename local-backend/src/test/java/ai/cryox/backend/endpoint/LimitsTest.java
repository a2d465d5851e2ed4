package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.TopicFilter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the endpoint does not put up with, and what it tells the client then.
class LimitsTest {
  private static final String TOPIC = "devices/temp_001/messages/events/";
  private static final byte[] WARM = {'4'};

  private static EndpointSettings relaying(String... denied) {
    List<TopicFilter> filters =
        List.of(denied).stream().map(TopicFilter::parse).map(Objects::requireNonNull).toList();
    return EndpointFixture.settings(Duration.ofSeconds(10), Duration.ofSeconds(60))
        .with(RelaySettings.on(filters));
  }

  private static void expectGoodbye(RawClient client, int code) {
    byte[] goodbye = client.readPacket();
    assertEquals((byte) 0xE0, goodbye[0]);
    assertEquals(code, goodbye[2] & 0xFF);
    client.expectEnd();
  }

  @Test
  void moreThanReceiveMaximumEndsTheConnection() {
    try (EndpointFixture fixture = EndpointFixture.of(10_000);
        RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      for (int i = 1; i <= Handshake.RECEIVE_MAXIMUM + 1; i++) {
        client.send(RawClient.publishPacket(5, 1, i, TOPIC, WARM));
      }
      expectGoodbye(client, 0x93);
    }
  }

  @Test
  void exchangesThatAreNotReleasedCountAgainstReceiveMaximum() {
    try (EndpointFixture fixture = new EndpointFixture(10, relaying());
        RawClient client = fixture.raw().connect(5, "a", 60)) {
      for (int i = 1; i <= Handshake.RECEIVE_MAXIMUM; i++) {
        client.send(RawClient.publishPacket(5, 2, i, "t", WARM));
        client.expect("50 02 %04x".formatted(i));
      }
      client.send("62 02 00 01").expect("70 02 00 01");
      client.send(RawClient.publishPacket(5, 2, 1, "t", WARM)).expect("50 02 00 01");
      client.send(RawClient.publishPacket(5, 2, 2_000, "t", WARM));
      expectGoodbye(client, 0x93);
    }
  }

  @Test
  void tooManyPropertiesEndTheConnection() {
    ByteArrayOutputStream properties = new ByteArrayOutputStream();
    int count = PropertyValues.MOST + 1;
    properties.writeBytes(new byte[] {(byte) ((count * 5) | 0x80), (byte) ((count * 5) >> 7)});
    for (int i = 0; i < count; i++) {
      properties.writeBytes(RawClient.bytes("26 00 00 00 00"));
    }
    try (EndpointFixture fixture = EndpointFixture.of(10);
        RawClient client = fixture.raw().connect(5, "temp_001", 60)) {
      client.send(RawClient.publishPacket(0, 0, TOPIC, properties.toByteArray(), WARM));
      expectGoodbye(client, 0x97);
    }
  }

  @Test
  void aTopicThatIsTooDeepIsRejectedAndNotRelayed() throws InterruptedException {
    try (EndpointFixture fixture = new EndpointFixture(10, relaying());
        RawClient client = fixture.raw().connect(5, "a", 60)) {
      client.send(RawClient.publishPacket(5, 1, 1, "/".repeat(100), WARM));
      fixture.sink.takeFault();
      client.expect("40 04 00 01 90 00");
    }
  }

  @ParameterizedTest
  @CsvSource({"secret, 80", "secret/+, 80", "#, 01", "other, 01", "$share/g/secret, 80", "a#, 8f"})
  void whatIsDeniedNobodySubscribesTo(String filter, String code) {
    try (EndpointFixture fixture = new EndpointFixture(10, relaying("secret/#"));
        RawClient client = fixture.raw().connect(5, "a", 60)) {
      client.send(ProtocolTest.subscribe("0001 00", filter, 1));
      client.expect("90 04 00 01 00 " + code);
    }
  }

  @Test
  void whatIsDeniedReachesNobodyThroughAWiderFilter() {
    try (EndpointFixture fixture = new EndpointFixture(10, relaying("secret/#"));
        RawClient client = fixture.raw().connect(4, "a", 60).subscribe("#", 1)) {
      client.send(RawClient.publishPacket(4, 1, 1, "secret/x", WARM)).expect("40 02 00 01");
      client.send(RawClient.publishPacket(4, 0, 0, "open", new byte[] {'5'}));
      byte[] got = client.readPacket();
      assertEquals("open5", new String(got, 4, got.length - 4, StandardCharsets.UTF_8));
    }
  }

  @Test
  void aClientGetsNoPacketLongerThanItTakes() {
    byte[] narrow = RawClient.bytes("10 13 0004 4d515454 05 02 003c 05 27 0000000c 0001 61");
    try (EndpointFixture fixture = new EndpointFixture(10, relaying());
        RawClient other = fixture.raw().connect(5, "b", 60);
        RawClient client = fixture.raw()) {
      client.send(narrow);
      assertEquals(0, client.readPacket()[3]);
      client.send(ProtocolTest.subscribe("0001 00", "t", 1)).expect("90 04 00 01 00 01");
      other.send(RawClient.publishPacket(5, 1, 1, "t", new byte[5])).expect("40 02 00 01");
      other.send(RawClient.publishPacket(5, 1, 2, "t", new byte[4])).expect("40 02 00 02");
      client.expect("32 0a 0001 74 0002 00 00000000");
    }
  }

  @Test
  void whileTooMuchWaitsToBeStoredNobodyNewIsLetIn() {
    try (EndpointFixture fixture = EndpointFixture.of(10)) {
      fixture.journal.busy = true;
      try (RawClient five = fixture.raw();
          RawClient four = fixture.raw()) {
        five.send(RawClient.connectPacket(5, "a", 60)).expect("20 03 00 89 00").expectEnd();
        four.send(RawClient.connectPacket(4, "b", 60)).expect("20 02 00 03").expectEnd();
      }
      fixture.journal.busy = false;
      fixture.raw().connect(5, "a", 60).close();
    }
  }

  @Test
  void aLongKeepAliveIsShortenedAndTheClientHearsOfIt() {
    try (EndpointFixture fixture = EndpointFixture.of(10);
        RawClient client = fixture.raw()) {
      client.send(RawClient.connectPacket(5, "temp_001", 1_177));
      String answer = new String(client.readPacket(), StandardCharsets.ISO_8859_1);
      assertTrue(answer.contains("\u0013\u0000<"), "Server Keep Alive 60");
    }
  }

  @Test
  void qosZeroIsThrownAwayWhenNothingIsTakenForTooLongAndQosOneIsNot() throws InterruptedException {
    EndpointSettings usual =
        EndpointFixture.settings(Duration.ofSeconds(10), Duration.ofSeconds(60));
    EndpointSettings hasty =
        new EndpointSettings(
            usual.address(),
            usual.maxConnections(),
            usual.maxConnectionsPerAddress(),
            usual.maxPayloadBytes(),
            usual.maxPacketBytes(),
            usual.connectTimeout(),
            usual.packetTimeout(),
            usual.longestKeepAlive(),
            Duration.ofMillis(100),
            usual.inFlight(),
            usual.relay());
    try (EndpointFixture fixture = new EndpointFixture(1, hasty);
        RawClient careless = fixture.raw().connect(4, "a", 60);
        RawClient careful = fixture.raw().connect(4, "temp_001", 60)) {
      careful.send(RawClient.publishPacket(4, 1, 1, TOPIC, WARM));
      EndpointFixture.await("a full sink", () -> fixture.sink.size() == 1);
      careful.send(RawClient.publishPacket(4, 1, 2, TOPIC, WARM));
      for (int i = 0; i < 5; i++) {
        careless.send(RawClient.publishPacket(4, 0, 0, TOPIC, WARM));
      }
      careless.send("c0 00").expect("d0 00");
      EndpointFixture.await("five thrown away", () -> fixture.endpoint.dropped() == 5);
      fixture.sink.takeAndCommit();
      fixture.sink.takeAndCommit();
      careful.expect("40 02 00 01").expect("40 02 00 02");
      assertEquals(0, fixture.sink.size());
    }
  }
}
