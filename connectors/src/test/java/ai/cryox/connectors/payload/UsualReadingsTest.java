package ai.cryox.connectors.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualReadingsTest {
  private static final Origin GATEWAY = new Origin("gateway", "t", null, null, Map.of());
  private static final Origin DEVICE = new Origin("temp_001", "t", "temp_001", "w1", Map.of());
  private static final List<String> NAMES =
      List.of(
          "\"deviceId\"",
          "\"facilityId\"",
          "\"timestamp\"",
          "\"temperature\"",
          "\"humidity\"",
          "\"confidence\"",
          "\"isAnomaly\"",
          "\"id\"",
          "\"ttl\"",
          "\"location\"",
          "\"status\"");
  private static final List<String> VALUES =
      List.of(
          "\"temp_001\"",
          "\"w1\"",
          "\"\"",
          "\"a b\"",
          "\"\\u0041\"",
          "\"ü\"",
          "\"2024-12-01T14:30:22Z\"",
          "\"2024-02-30T14:30:22Z\"",
          "\"2024-12-01T14:30:22.1234567Z\"",
          "\"2024-12-01T14:30:22+01:00\"",
          "0",
          "-0",
          "-0.0",
          "1",
          "0.95",
          "2.5",
          "-18.04",
          "99.99",
          "200",
          "200.0000000000001",
          "01",
          "1.",
          ".5",
          "+1",
          "-",
          "1e1",
          "0.1234567890123456789",
          "3600",
          "4294967296",
          "true",
          "false",
          "tru",
          "null",
          "NaN",
          "{}",
          "[1]");
  private static final List<String> USUAL =
      List.of(
          "\"temp_001\"",
          "\"w1\"",
          "\"2024-12-01T14:30:22.123Z\"",
          "4.05",
          "65.2",
          "0.95",
          "true",
          "\"x\"",
          "86400");

  private final JsonPayloadDecoder decoder = new JsonPayloadDecoder(() -> RouteTable.DEFAULT);

  private Decoded asJson(Origin origin, byte[] payload) {
    return decoder.decodeAny(origin, payload, RouteTable.DEFAULT);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anArrayOfReadingsIsUsual() {
    String one =
        "{\"deviceId\":\"temp_001\",\"facilityId\":\"w1\",\"timestamp\":\"2024-12-01T14:30:22.123Z\","
            + "\"temperature\":4.05,\"humidity\":65.2,\"confidence\":0.95}";
    byte[] payload = bytes("[" + one + ",\n " + one + " ]");
    List<Message> readings = UsualReadings.read(DEVICE, payload);
    assertNotNull(readings);
    assertEquals(2, readings.size());
    assertEquals(asJson(DEVICE, payload), new Decoded(readings, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "[{}]",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1,\"dewPoint\":1}",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1,\"temperature\":2}",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1} x",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":201}",
        "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1e0}",
        "{\"deviceId\":\"temp_002\",\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1}",
        "{\"timestamp\":\"2024-12-01 14:30:22Z\",\"temperature\":1}"
      })
  void whateverIsNotUsualIsLeftToTheParser(String payload) {
    assertNull(UsualReadings.read(DEVICE, bytes(payload)));
  }

  @Test
  void whatIsReadAsUsualIsWhatIsReadAsJson() {
    Random random = new Random(7);
    int usual = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] payload = mutated(random, bytes(payload(random)));
      Origin origin = random.nextBoolean() ? DEVICE : GATEWAY;
      List<Message> readings = UsualReadings.read(origin, payload);
      if (readings != null) {
        usual++;
        assertEquals(
            asJson(origin, payload),
            new Decoded(readings, List.of()),
            () -> new String(payload, StandardCharsets.UTF_8));
      }
    }
    assertTrue(usual > 10_000, "only " + usual + " were usual: the test says little");
  }

  private static String payload(Random random) {
    if (random.nextInt(3) == 0) {
      return element(random);
    }
    List<String> elements = new ArrayList<>();
    for (int left = random.nextInt(4); left >= 0; left--) {
      elements.add(element(random));
    }
    return "[" + String.join(random.nextBoolean() ? "," : " ,\r\n\t", elements) + "]";
  }

  /// Mostly the usual members in any order, here and there one that is odd.
  private static String element(Random random) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < USUAL.size(); i++) {
      if (i == 2 || i == 3 || random.nextInt(4) > 0) {
        members.add(NAMES.get(i) + ":" + USUAL.get(i));
      }
    }
    if (random.nextInt(3) == 0) {
      int at = random.nextInt(members.size());
      String name = members.get(at).substring(0, members.get(at).indexOf(':'));
      members.set(at, name + " : " + VALUES.get(random.nextInt(VALUES.size())));
    }
    if (random.nextInt(12) == 0) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      members.add(name + ":" + VALUES.get(random.nextInt(VALUES.size())));
    }
    Collections.shuffle(members, random);
    return "{" + String.join(",", members) + "}";
  }

  private static byte[] mutated(Random random, byte[] payload) {
    if (random.nextInt(4) == 0) {
      byte[] wild = bytes("\"\\{}[],:-+.eE019ZNtf \n\u00fc\u0000");
      payload[random.nextInt(payload.length)] = wild[random.nextInt(wild.length)];
    }
    return payload;
  }

  /// To the last bit, as {@link Double#parseDouble} reads it.
  @Test
  void aNumberIsReadAsPreciselyAsItIsWritten() {
    Random random = new Random(11);
    for (int round = 0; round < 100_000; round++) {
      int decimals = random.nextInt(12);
      String text = "%s%d".formatted(random.nextBoolean() ? "-" : "", random.nextInt(200));
      if (decimals > 0) {
        long fraction = random.nextLong((long) Math.pow(10, decimals));
        text += ".%0".concat(decimals + "d").formatted(fraction);
      }
      Reading reading = only(text);
      assertNotNull(reading, text);
      assertEquals(Double.parseDouble(text) + 0.0, reading.temperature(), 0.0, text);
    }
  }

  private static @Nullable Reading only(String temperature) {
    List<Message> readings =
        UsualReadings.read(
            DEVICE,
            bytes("{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":" + temperature + "}"));
    return readings == null ? null : (Reading) readings.getFirst();
  }

  @Test
  void neighboursShareWhatIsAlike() {
    String one = "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":1,\"confidence\":0.9}";
    List<Message> readings = UsualReadings.read(DEVICE, bytes("[" + one + "," + one + "]"));
    assertNotNull(readings);
    assertSame(((Reading) readings.getFirst()).notes(), ((Reading) readings.getLast()).notes());
    assertSame(readings.getFirst().deviceId(), readings.getLast().deviceId());
  }
}
