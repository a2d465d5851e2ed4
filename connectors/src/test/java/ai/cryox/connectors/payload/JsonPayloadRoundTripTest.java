package ai.cryox.connectors.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Message;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPayloadRoundTripTest {
  private static final Origin ORIGIN = new Origin("test", "test", null, null, Map.of());
  private static final List<String> GOLDEN =
      List.of("reading.json", "status.json", "telemetry.json", "alert.json");

  private final JsonPayloadDecoder decoder = new JsonPayloadDecoder(() -> RouteTable.DEFAULT);
  private final JsonPayloadEncoder encoder = new JsonPayloadEncoder();

  private static byte[] golden(String name) {
    try (InputStream file = JsonPayloadRoundTripTest.class.getResourceAsStream("/wire/" + name)) {
      assertNotNull(file, name);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .strip()
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Message only(byte[] payload) {
    Decoded decoded = decoder.decode(ORIGIN, payload);
    assertEquals(List.of(), decoded.faults());
    assertEquals(1, decoded.messages().size());
    return decoded.messages().getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading.json", "status.json", "telemetry.json", "alert.json"})
  void aGoldenDocumentComesBackByteForByte(String name) {
    byte[] document = golden(name);
    assertEquals(new String(document, StandardCharsets.UTF_8), encoder.encode(only(document)));
  }

  @Test
  void unknownMembersComeBackUntouchedAtTheEnd() {
    String json =
        """
        { "colour" : "blue\\u0041" , "temperature":1.0,"deviceId":"d","facilityId":"f",
          "precise":1.000000000000000000001, "timestamp":"2024-12-01T14:30:22.5Z",
          "list": [ 1 ,
            {"b":2} ], "location":{"altitude":12.50,"latitude":1,"longitude":2}, "a\\"b":null }
        """;
    String expected =
        "{\"deviceId\":\"d\",\"facilityId\":\"f\",\"timestamp\":\"2024-12-01T14:30:22.500Z\","
            + "\"temperature\":1.0,\"location\":{\"latitude\":1.0,\"longitude\":2.0,"
            + "\"altitude\":12.50},\"colour\":\"blue\\u0041\",\"precise\":1.000000000000000000001,"
            + "\"list\":[ 1 ,     {\"b\":2} ],\"a\\\"b\":null}";
    String encoded = encoder.encode(only(json.getBytes(StandardCharsets.UTF_8)));
    assertEquals(expected, encoded);
    assertEquals(encoded, encoder.encode(only(encoded.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void unknownMembersOfAConfigurationComeBackInside() {
    String json =
        "{\"deviceId\":\"d\",\"facilityId\":\"f\",\"status\":\"online\","
            + "\"lastSeen\":\"2024-12-01T14:30:22Z\",\"configuration\":{\"samplingRate\":30,"
            + "\"alertThresholds\":{\"temperatureHigh\":5.0,\"humidityHigh\":80},\"mode\":1}}";
    assertEquals(json, encoder.encode(only(json.getBytes(StandardCharsets.UTF_8))));
  }

  /// 50,000 payloads mutated from the golden ones, always the same: nothing is thrown, and whatever
  /// is understood can be written and read again.
  @Test
  void noBytesMakeTheDecoderThrow() {
    Random random = new Random(42);
    List<byte[]> seeds = GOLDEN.stream().map(JsonPayloadRoundTripTest::golden).toList();
    for (int round = 0; round < 50_000; round++) {
      byte[] payload = mutated(random, seeds.get(random.nextInt(seeds.size())));
      for (Message message : decoder.decode(ORIGIN, payload).messages()) {
        String encoded = encoder.encode(message);
        Message again = only(encoded.getBytes(StandardCharsets.UTF_8));
        assertEquals(encoded, encoder.encode(again));
      }
    }
  }

  private static byte[] mutated(Random random, byte[] seed) {
    byte[] wild =
        "\"\\{}[],:-+.eE0123456789NaNInfinity tfn\u00ff\u0000"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] payload = seed.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(payload.length);
      switch (random.nextInt(4)) {
        case 0 -> payload[at] = (byte) random.nextInt(256);
        case 1 -> payload[at] = wild[random.nextInt(wild.length)];
        case 2 -> payload = Arrays.copyOf(payload, Math.max(1, at));
        default -> {
          int to = random.nextInt(payload.length);
          int length = Math.min(random.nextInt(20), payload.length - Math.max(at, to));
          System.arraycopy(payload, at, payload, to, length);
        }
      }
    }
    return payload;
  }
}
