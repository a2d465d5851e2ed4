package ai.cryox.connectors.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.RouteTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPayloadDecoderTest {
  private static final String HEAD =
      "\"deviceId\":\"temp_001\",\"facilityId\":\"w1\",\"timestamp\":\"2024-12-01T14:30:22Z\"";
  private static final String GOOD = "{" + HEAD + ",\"temperature\":2.5}";

  private final JsonPayloadDecoder decoder = new JsonPayloadDecoder(() -> RouteTable.DEFAULT);

  private static Origin origin(String topic) {
    return Objects.requireNonNull(DeviceTopic.parse("temp_001", topic, Map.of()));
  }

  private Decoded decode(String json) {
    return decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private Decoded decode(byte[] payload) {
    return decoder.decode(origin("devices/temp_001/messages/events/"), payload);
  }

  private static Fault onlyFault(Decoded decoded) {
    assertEquals(1, decoded.faults().size(), decoded::toString);
    return decoded.faults().getFirst();
  }

  private static Reason onlyReason(Decoded decoded) {
    return onlyFault(decoded).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"temperature\":NaN|NOT_A_NUMBER",
        "\"temperature\":-Infinity|NOT_A_NUMBER",
        "\"temperature\":\"NaN\"|NOT_A_NUMBER",
        "\"temperature\":\"-Infinity\"|NOT_A_NUMBER",
        "\"temperature\":1e999|NOT_A_NUMBER",
        "\"temperature\":200.1|OUT_OF_RANGE",
        "\"temperature\":-273.15|OUT_OF_RANGE",
        "\"temperature\":\"2.5\"|WRONG_TYPE",
        "\"temperature\":[2.5]|WRONG_TYPE",
        "\"temperature\":true|WRONG_TYPE",
        "\"temperature\":1,\"humidity\":100.5|OUT_OF_RANGE",
        "\"temperature\":1,\"humidity\":{}|WRONG_TYPE",
        "\"temperature\":1,\"confidence\":1.01|OUT_OF_RANGE",
        "\"temperature\":1,\"isAnomaly\":0|WRONG_TYPE",
        "\"temperature\":1,\"ttl\":1.5|WRONG_TYPE",
        "\"temperature\":1,\"id\":7|WRONG_TYPE",
        "\"temperature\":1,\"location\":\"here\"|WRONG_TYPE",
        "\"temperature\":1,\"location\":{\"latitude\":1}|MISSING_FIELD",
        "\"temperature\":1,\"location\":{\"latitude\":91,\"longitude\":0}|OUT_OF_RANGE",
        "\"temperature\":1,\"dewPoint\":NaN|NOT_A_NUMBER",
        "\"temperature\":1,\"odd\":[{\"a\":NaN}]|NOT_A_NUMBER",
        "\"temperature\":1,\"configuration\":{\"a\":NaN}|NOT_A_NUMBER",
        "\"powerConsumption\":-1|OUT_OF_RANGE",
        "\"coolingEfficiency\":1.5|OUT_OF_RANGE",
        "\"doorOpen\":\"yes\"|WRONG_TYPE",
        "\"doorOpen\":true,\"batteryLevel\":101|OUT_OF_RANGE",
        "\"alertId\":\"a\"|MISSING_FIELD",
        "\"alertId\":\"a\",\"message\":\"m\",\"severity\":\"Loud\"|WRONG_TYPE",
        "\"pressure\":1|MISSING_FIELD",
      })
  void aBadMemberIsAFaultThatNamesIt(String members, Reason reason) {
    Fault fault = onlyFault(decode("{" + HEAD + "," + members + "}"));
    assertEquals(reason, fault.reason(), fault::detail);
  }

  @Test
  void aSentenceSaysMemberValueAndExpectation() {
    assertEquals(
        "temperature is 999; a number from -200 to 200 °C is expected.",
        onlyFault(decode("{" + HEAD + ",\"temperature\":999}")).detail());
    assertEquals(
        "Element 2: temperature is \""
            + "x".repeat(39)
            + "… (a string); a number from -200 to"
            + " 200 °C is expected.",
        onlyFault(
                decode("[" + GOOD + ",{" + HEAD + ",\"temperature\":\"" + "x".repeat(500) + "\"}]"))
            .detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-12-01T14:30:22Z",
        "2024-12-01T14:30:22.000Z",
        "2024-12-01T14:30:22.0001234567891Z",
        "2024-12-01T15:30:22+01:00",
        "2024-12-01T15:30:22+0100",
        "2024-12-01T15:30:22+01",
        "2024-12-01t14:30:22z"
      })
  void aTimeWithAnyOffsetAndFractionIsUnderstood(String time) {
    Decoded decoded = decode(GOOD.replace("2024-12-01T14:30:22Z", time));
    assertEquals(Instant.parse("2024-12-01T14:30:22Z"), decoded.messages().getFirst().time());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2024-12-01T14:30:22\"",
        "\"2024-12-01\"",
        "\"yesterday\"",
        "\"\"",
        "1733063422000",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"2024-02-30T00:00:00Z\"",
        "{}"
      })
  void anyOtherTimeIsOfTheWrongType(String time) {
    assertEquals(
        Reason.WRONG_TYPE, onlyReason(decode(GOOD.replace("\"2024-12-01T14:30:22Z\"", time))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ü", "temp/1", "a\\u0000"})
  void anIdOutsideTheCharacterSetIsOfTheWrongType(String id) {
    assertEquals(Reason.WRONG_TYPE, onlyReason(decode(GOOD.replace("\"w1\"", "\"" + id + "\""))));
  }

  @Test
  void anIdMayHave128CharactersAndNoMore() {
    assertEquals(1, decode(GOOD.replace("w1", "w".repeat(128))).messages().size());
    assertEquals(Reason.WRONG_TYPE, onlyReason(decode(GOOD.replace("w1", "w".repeat(129)))));
  }

  @Test
  void topicAndPayloadMustNameTheSameDeviceAndFacility() {
    assertEquals(Reason.DEVICE_MISMATCH, onlyReason(decode(GOOD.replace("temp_001", "temp_002"))));
    byte[] payload = GOOD.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Reason.DEVICE_MISMATCH,
        onlyReason(decoder.decode(origin("cryox/w2/temp_001/telemetry"), payload)));
    assertEquals(
        1, decoder.decode(origin("cryox/w1/temp_001/telemetry"), payload).messages().size());
  }

  @Test
  void thePlainTopicsIdsCountWhereThePayloadHasNone() {
    String json = "{\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":-18}";
    Decoded decoded =
        decoder.decode(
            origin("cryox/w1/temp_001/telemetry"), json.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        Reading.of("temp_001", "w1", Instant.parse("2024-12-01T14:30:22Z"), -18),
        decoded.messages().getFirst());
    assertEquals(Reason.MISSING_FIELD, onlyReason(decode(json)));
  }

  @Test
  void aBadElementNeverCostsItsNeighbours() {
    Decoded decoded =
        decode("[" + GOOD + ",7,{\"a\":[1]},{" + HEAD + ",\"temperature\":NaN}," + GOOD + "]");
    assertEquals(2, decoded.messages().size());
    assertEquals(
        List.of(Reason.MALFORMED_JSON, Reason.MISSING_FIELD, Reason.NOT_A_NUMBER),
        decoded.faults().stream().map(Fault::reason).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s,{\"a\":]", "[%s,", "[%s", "%s{}", "%s garbage", "[%s] ]", "[%s,,1]"})
  void whatCameBeforeASyntaxErrorIsKept(String form) {
    Decoded decoded = decode(form.formatted(GOOD));
    assertEquals(1, decoded.messages().size());
    assertEquals(Reason.MALFORMED_JSON, onlyReason(decoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  \n", "null", "1", "\"text\"", "[]", "[", "{", "\uFEFF{}", "\u0000"})
  void whatIsNoObjectOrArrayOfObjectsIsMalformed(String payload) {
    assertEquals(Reason.MALFORMED_JSON, onlyReason(decode(payload)));
  }

  @Test
  void bombsAreFaults() {
    assertEquals(Reason.MALFORMED_JSON, onlyReason(decode("[".repeat(200_000))));
    assertEquals(Reason.MALFORMED_JSON, onlyReason(decode("{\"a\":".repeat(40_000))));
    String digits = "9".repeat(200_000);
    assertEquals(
        Reason.NOT_A_NUMBER, onlyReason(decode("{" + HEAD + ",\"temperature\":" + digits + "}")));
    assertEquals(
        Reason.WRONG_TYPE, onlyReason(decode("{" + HEAD + ",\"temperature\":\"" + digits + "\"}")));
    assertEquals(1, decode("{\"" + digits + "\":1," + GOOD.substring(1)).messages().size());
    Decoded many = decode("[" + "1,".repeat(100_000) + "1]");
    assertEquals(JsonPayloadDecoder.KEPT_FAULTS + 1, many.faults().size());
    assertTrue(many.faults().getLast().detail().startsWith("99901 further elements"));
  }

  @Test
  void foreignBytesCostTheirOwnElementOnly() {
    byte[] payload = ("[" + GOOD + ",{\"x\":\"?\"}," + GOOD + "]").getBytes(StandardCharsets.UTF_8);
    payload[new String(payload, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
    Decoded decoded = decode(payload);
    assertEquals(2, decoded.messages().size());
    assertEquals("Element 2: It holds bytes that are no UTF-8.", onlyFault(decoded).detail());
    Decoded utf16 = decode(GOOD.getBytes(StandardCharsets.UTF_16));
    assertEquals(Reason.MALFORMED_JSON, onlyReason(utf16));
  }

  @Test
  void ofAMemberThatComesTwiceTheLastCounts() {
    Decoded decoded = decode("{" + HEAD + ",\"temperature\":1,\"temperature\":2}");
    assertEquals(2, ((Reading) decoded.messages().getFirst()).temperature());
  }

  @Test
  void nullIsAsGoodAsAbsent() {
    Decoded decoded = decode("{" + HEAD + ",\"temperature\":1,\"humidity\":null,\"id\":null}");
    assertEquals(
        Reading.of("temp_001", "w1", Instant.parse("2024-12-01T14:30:22Z"), 1),
        decoded.messages().getFirst());
  }

  @Test
  void telemetryIsKnownByItsMembers() {
    Decoded decoded =
        decode(
            "{"
                + HEAD
                + ",\"powerConsumption\":1200,\"coolingEfficiency\":0.85,\"doorOpen\":false}");
    assertEquals(
        new Telemetry(
            "temp_001",
            "w1",
            Instant.parse("2024-12-01T14:30:22Z"),
            1200.0,
            0.85,
            false,
            null,
            null,
            null,
            null),
        decoded.messages().getFirst());
  }
}
