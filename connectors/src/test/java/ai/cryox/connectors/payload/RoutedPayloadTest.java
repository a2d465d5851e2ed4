package ai.cryox.connectors.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the decoder makes of a payload that no, one or several routes take.
class RoutedPayloadTest {
  private static final String HEAD =
      "\"facilityId\":\"w1\",\"timestamp\":\"2024-12-01T14:30:22Z\",\"lastSeen\":\"2024-12-01T14:30:22Z\"";
  private static final String TEMPERATURE = "\"temperature\":2.5";
  private static final String POWER = "\"powerConsumption\":1200";
  private static final String ALERT = "\"severity\":\"Warning\",\"message\":\"warm\"";

  private RouteTable table = RouteTable.DEFAULT;
  private final JsonPayloadDecoder decoder = new JsonPayloadDecoder(() -> table);

  private Decoded decode(String deviceAndBag, String... members) {
    String[] parts = deviceAndBag.split("\\?", 2);
    String bag = parts.length == 2 ? parts[1] : "";
    List<String> elements = new ArrayList<>();
    for (String element : members) {
      elements.add("{" + HEAD + (element.isEmpty() ? "" : ",") + element + "}");
    }
    String json = elements.size() == 1 ? elements.getFirst() : elements.toString();
    return decoder.decode(
        Objects.requireNonNull(
            DeviceTopic.parse("c", "devices/" + parts[0] + "/messages/events/" + bag, Map.of())),
        json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> kinds(Decoded decoded) {
    return decoded.messages().stream().map(message -> message.getClass().getSimpleName()).toList();
  }

  private static List<Reason> reasons(Decoded decoded) {
    return decoded.faults().stream().map(Fault::reason).toList();
  }

  private void routes(boolean fallback, Route... routes) {
    List<Route> all = new ArrayList<>(List.of(routes));
    all.add(Route.fallback(fallback));
    table = RouteTable.of(all);
  }

  private void disableFallback() {
    routes(false, RouteTable.DEFAULT.routes().subList(0, 4).toArray(Route[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temp_001|'\"temperature\":2.5'|Reading",
        "temp_001?messageType=telemetry|'\"powerConsumption\":1200'|Telemetry",
        "door_1?messageType=telemetry|'\"doorOpen\":true'|Telemetry",
        "door_1?messageType=telemetry|'\"suctionPressure\":3'|Telemetry",
        "door_1?alert=true|'\"severity\":\"Warning\",\"message\":\"warm\"'|DeviceAlert",
        "temp_001?messageType=status|'\"status\":\"online\"'|DeviceStatus",
        "door_1|'\"temperature\":2.5'|Reading",
        "door_1?messageType=other|'\"status\":\"online\"'|DeviceStatus",
      })
  void eachOfTheDefaultRoutesReadsItsKind(String device, String members, String kind) {
    Decoded decoded = decode(device, members);
    assertEquals(List.of(kind), kinds(decoded), decoded::toString);
    assertEquals(List.of(), decoded.faults());
  }

  @Test
  void whatTwoRoutesTakeIsReadAsBoth() {
    Decoded decoded = decode("temp_001?messageType=telemetry", TEMPERATURE + "," + POWER);
    assertEquals(List.of("Reading", "Telemetry"), kinds(decoded));
    assertEquals(2.5, ((Reading) decoded.messages().getFirst()).temperature());
    assertEquals(1200.0, ((Telemetry) decoded.messages().getLast()).power());
    assertEquals(List.of(), decoded.faults());
  }

  @Test
  void threeRoutesGiveThreeMessagesOfOneElement() {
    String all =
        TEMPERATURE
            + ","
            + POWER
            + ","
            + ALERT
            + ",\"location\":{\"latitude\":1,"
            + "\"longitude\":2,\"hall\":7}";
    Decoded decoded = decode("temp_001?messageType=telemetry&alert=true", all, all);
    assertEquals(
        List.of("Reading", "Telemetry", "DeviceAlert", "Reading", "Telemetry", "DeviceAlert"),
        kinds(decoded));
    DeviceAlert alert = (DeviceAlert) decoded.messages().getLast();
    String extra = Objects.requireNonNull(alert.extra());
    assertTrue(extra.contains("{\"latitude\":1,\"longitude\":2,\"hall\":7}"), extra);
  }

  @Test
  void ofTwoRoutesOneMayFindNothingOfItsOwn() {
    Decoded decoded = decode("temp_001?messageType=telemetry", POWER);
    assertEquals(List.of("Telemetry"), kinds(decoded));
    assertEquals(List.of(), decoded.faults());
  }

  @Test
  void brokenMembersAreAFaultEvenWhereAnotherKindIsRead() {
    Decoded decoded = decode("temp_001?messageType=telemetry", "\"temperature\":\"warm\"," + POWER);
    assertEquals(List.of("Telemetry"), kinds(decoded));
    assertEquals(List.of(Reason.WRONG_TYPE), reasons(decoded));
    Decoded unfinished = decode("temp_001?alert=true", TEMPERATURE + ",\"severity\":\"Warning\"");
    assertEquals(List.of("Reading"), kinds(unfinished));
    assertEquals(List.of(Reason.MISSING_FIELD), reasons(unfinished));
  }

  @Test
  void aFaultThatAllKindsShareIsToldOnce() {
    String noFacility = TEMPERATURE + "," + POWER + ",\"facilityId\":7";
    Decoded decoded = decode("temp_001?messageType=telemetry", noFacility);
    assertEquals(List.of(), decoded.messages());
    assertEquals(List.of(Reason.WRONG_TYPE), reasons(decoded));
  }

  @Test
  void whatTheMatchingRouteCannotUseIsTheFallbacks() {
    assertEquals(List.of("Telemetry"), kinds(decode("temp_001", POWER)));
    assertEquals(List.of("DeviceStatus"), kinds(decode("temp_001", "\"status\":\"online\"")));
    disableFallback();
    Decoded refused = decode("temp_001", POWER);
    assertEquals(List.of(), refused.messages());
    assertEquals(
        List.of("temperature is missing; a number from -200 to 200 °C is expected."),
        refused.faults().stream().map(Fault::detail).toList());
  }

  @Test
  void ifNoneOfSeveralRoutesCanUseItAllReasonsAreToldInOneFault() {
    disableFallback();
    Decoded decoded = decode("temp_001?alert=true&messageType=status", "", TEMPERATURE);
    assertEquals(List.of("Reading"), kinds(decoded));
    Fault fault = decoded.faults().getFirst();
    assertEquals(1, decoded.faults().size());
    assertTrue(fault.detail().startsWith("Element 1: temperature is missing;"), fault::detail);
    assertTrue(fault.detail().contains("status is missing;"), fault::detail);
    assertTrue(fault.detail().contains("severity is missing;"), fault::detail);
  }

  @Test
  void withoutAFallbackWhatNoRouteTakesIsRefusedWithItsDeviceAndTopic() {
    disableFallback();
    Decoded decoded = decode("door_1?a=b", TEMPERATURE);
    assertEquals(List.of(), decoded.messages());
    assertEquals(
        List.of(
            new Fault(
                Reason.NO_ROUTE,
                "No route takes this message of door_1 on devices/door_1/messages/events/a=b; add a"
                    + " route for it or enable the route $fallback.")),
        decoded.faults());
  }

  @Test
  void aRouteToEventsLeavesItToThePayload() {
    routes(
        false,
        new Route("everything", Endpoint.EVENTS, "deviceId LIKE '%'", true),
        new Route("power", Endpoint.TELEMETRY, "deviceId = 'temp_001'", true));
    assertEquals(List.of("DeviceStatus"), kinds(decode("x", "\"status\":\"online\"")));
    assertEquals(
        List.of("Reading", "Telemetry"), kinds(decode("temp_001", TEMPERATURE + "," + POWER)));
    assertEquals(List.of(Reason.MISSING_FIELD), reasons(decode("x", "\"pressure\":1")));
  }

  @Test
  void aChangedTableHoldsForTheNextPayload() {
    assertEquals(List.of("Reading"), kinds(decode("x", TEMPERATURE)));
    routes(false);
    assertEquals(List.of(Reason.NO_ROUTE), reasons(decode("x", TEMPERATURE)));
    routes(true);
    List<Message> again = decode("x", TEMPERATURE).messages();
    assertEquals(1, again.size());
  }
}
