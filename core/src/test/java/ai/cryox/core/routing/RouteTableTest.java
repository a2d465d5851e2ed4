package ai.cryox.core.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTableTest {
  private static Origin origin(String device, Map<String, String> properties) {
    return new Origin(device, "devices/" + device, device, null, properties);
  }

  private static Route route(String name, Endpoint endpoint, String condition) {
    return new Route(name, endpoint, condition, true);
  }

  private static List<String> names(RouteTable table, Origin origin) {
    return table.matching(origin).stream().map(Route::name).toList();
  }

  @Test
  void theSeedsRoutesStandAsTheSeedWritesThem() {
    assertEquals(
        List.of(
            route("temperature-data", Endpoint.TEMPERATURE, "deviceId LIKE 'temp_%'"),
            route("alert-data", Endpoint.ALERT, "properties.alert = 'true'"),
            route("device-telemetry", Endpoint.TELEMETRY, "properties.messageType = 'telemetry'"),
            route("status", Endpoint.STATUS, "properties.messageType = 'status'"),
            Route.fallback(true)),
        RouteTable.DEFAULT.routes());
  }

  @ParameterizedTest
  @CsvSource({
    "temp_001,a,b,temperature-data,TEMPERATURE",
    "temp,a,b,$fallback,EVENTS",
    "TEMP_001,a,b,$fallback,EVENTS",
    "door_1,alert,true,alert-data,ALERT",
    "door_1,alert,TRUE,$fallback,EVENTS",
    "door_1,messageType,telemetry,device-telemetry,TELEMETRY",
    "door_1,messageType,status,status,STATUS",
    "door_1,MESSAGETYPE,status,status,STATUS",
    "door_1,messageType,Status,$fallback,EVENTS",
  })
  void theDefaultRoutesTake(String device, String name, String value, String route, Endpoint to) {
    Origin origin = origin(device, Map.of(name, value));
    assertEquals(List.of(route), names(RouteTable.DEFAULT, origin));
    assertEquals(Set.of(to), RouteTable.DEFAULT.route(origin));
  }

  @Test
  void severalRoutesMayTakeOneMessage() {
    Origin origin = origin("temp_001", Map.of("alert", "true", "messageType", "telemetry"));
    assertEquals(
        Set.of(Endpoint.TEMPERATURE, Endpoint.ALERT, Endpoint.TELEMETRY),
        RouteTable.DEFAULT.route(origin));
    assertEquals(
        List.of("temperature-data", "alert-data", "device-telemetry"),
        names(RouteTable.DEFAULT, origin));
  }

  @Test
  void aDisabledRouteTakesNothing() {
    List<Route> routes = new ArrayList<>(RouteTable.DEFAULT.routes());
    routes.replaceAll(route -> route.withEnabled(route.name().equals("status")));
    RouteTable table = RouteTable.of(routes);
    assertEquals(routes, table.routes());
    assertEquals(Set.of(), table.route(origin("temp_001", Map.of())));
    assertEquals(List.of(), table.matching(origin("temp_001", Map.of())));
    assertEquals(
        Set.of(Endpoint.STATUS), table.route(origin("temp_001", Map.of("messageType", "status"))));
  }

  @Test
  void theFallbackComesLastAndIsThereUnlessItIsDisabled() {
    Route mine = route("mine", Endpoint.ALERT, "true");
    assertEquals(List.of(mine, Route.fallback(true)), RouteTable.of(List.of(mine)).routes());
    assertEquals(
        List.of(mine, Route.fallback(false)),
        RouteTable.of(List.of(Route.fallback(false), mine)).routes());
    assertEquals(List.of(Route.fallback(true)), RouteTable.of(List.of()).routes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "$mine", "ü", "a\n"})
  void aNameThatIotHubWouldNotTakeIsRefused(String name) {
    String problem = RouteTable.problem(List.of(route(name, Endpoint.ALERT, "true")));
    assertTrue(String.valueOf(problem).contains("is no name of a route"), problem);
  }

  @Test
  void aTableThatMakesNoSenseIsRefusedWithASentence() {
    Route mine = route("mine", Endpoint.ALERT, "true");
    assertEquals(
        "There are two routes named MINE; give one of them another name.",
        RouteTable.problem(List.of(mine, route("MINE", Endpoint.STATUS, "true"))));
    assertEquals(
        "The condition of route bad cannot be used. At character 7 stands the text 'x'; AND, OR or"
            + " the end is expected.",
        RouteTable.problem(List.of(mine, route("bad", Endpoint.STATUS, "true  'x'"))));
    String fallback =
        RouteTable.problem(List.of(route(Route.FALLBACK_NAME, Endpoint.ALERT, "true")));
    assertNotNull(fallback);
    assertTrue(fallback.startsWith("The route $fallback always leads to events"), fallback);
    assertNotNull(RouteTable.problem(Collections.nCopies(102, mine)));
    assertNull(RouteTable.problem(RouteTable.DEFAULT.routes()));
    assertThrows(IllegalArgumentException.class, () -> RouteTable.of(List.of(mine, mine)));
  }

  @Test
  void anEndpointIsKnownByItsNameAndTheSeeds() {
    for (Endpoint endpoint : Endpoint.values()) {
      assertEquals(endpoint, Endpoint.named(endpoint.wireName()));
    }
    assertEquals(Endpoint.TEMPERATURE, Endpoint.named("temperature-processing-function"));
    assertEquals(Endpoint.ALERT, Endpoint.named("alert-processing-function"));
    assertEquals(Endpoint.TELEMETRY, Endpoint.named("telemetry-processing-function"));
    assertNull(Endpoint.named("events-processing-function"));
    assertNull(Endpoint.named("Temperature"));
  }
}
