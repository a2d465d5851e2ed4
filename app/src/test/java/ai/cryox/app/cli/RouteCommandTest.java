package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.routing.Route;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RouteCommandTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
  private static final int DONE = 0;
  private static final int SENSELESS = 2;

  @TempDir Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int route(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--data", folder.toString()));
    return new CommandLine(new RouteCommand(CLOCK))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(String[]::new));
  }

  private List<String> names() {
    assertEquals(DONE, route("list"), err::toString);
    return out.toString().lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  @Test
  void theListShowsEachRouteWithItsStateEndpointAndCondition() {
    assertEquals(DONE, route("list"), err::toString);
    assertEquals(
        """
        temperature-data  enabled   temperature  deviceId LIKE 'temp_%'
        alert-data        enabled   alert        properties.alert = 'true'
        device-telemetry  enabled   telemetry    properties.messageType = 'telemetry'
        status            enabled   status       properties.messageType = 'status'
        $fallback         enabled   events       true
        """,
        out.toString().replace("\r", ""));
  }

  @Test
  void whatIsChangedStays() {
    assertEquals(
        DONE, route("add", "freezers", "temperature", "deviceId LIKE 'frz!_%' ESCAPE '!'"));
    assertEquals(DONE, route("disable", "$fallback"));
    assertEquals(DONE, route("remove", "status"));
    assertEquals(
        List.of("temperature-data", "alert-data", "device-telemetry", "freezers", "$fallback"),
        names());
    assertTrue(out.toString().contains("$fallback         disabled"), out::toString);
    assertEquals(DONE, route("enable", "$fallback"));
    assertTrue(out.toString().contains("$fallback         enabled"), out::toString);
  }

  @Test
  void aMessageIsTestedByItsDeviceAndProperties() {
    assertEquals(
        DONE, route("test", "temp_001", "-p", "messageType=telemetry", "-p", "alert=true"));
    assertEquals(3, out.toString().lines().count(), out::toString);
    assertEquals(DONE, route("test", "door_1"));
    assertTrue(out.toString().startsWith("$fallback"), out::toString);
    assertEquals(DONE, route("add", "hall", "telemetry", "facilityId = 'w1'"));
    assertEquals(DONE, route("disable", "$fallback"));
    assertEquals(DONE, route("test", "door_1", "--facility", "w1"));
    assertTrue(out.toString().startsWith("hall"), out::toString);
    assertEquals(DONE, route("test", "door_1"));
    assertTrue(out.toString().startsWith("No route takes it"), out::toString);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    assertEquals(SENSELESS, route("add", "bad", "temperature", "deviceId LIK 'x'"));
    assertTrue(err.toString().contains("At character 10 stands LIK"), err::toString);
    assertEquals(SENSELESS, route("add", "bad", "nowhere", "true"));
    assertTrue(err.toString().contains("no endpoint 'nowhere'"), err::toString);
    assertEquals(SENSELESS, route("add", "Status", "status", "true"));
    assertTrue(err.toString().contains("two routes named Status"), err::toString);
    assertEquals(SENSELESS, route("disable", "nothing"));
    assertTrue(err.toString().contains("no route 'nothing'"), err::toString);
    assertEquals(SENSELESS, route("remove", "$fallback"));
    assertEquals(5, names().size());
  }

  @Test
  void aBackendThatRunsIsAskedAndChanged() {
    try (Monitoring monitoring =
        new Wiring(CLOCK).start(folder, HostPort.ANY, HostPort.ANY, "operator")) {
      assertEquals(5, names().size());
      assertEquals(DONE, route("disable", "status"), err::toString);
      assertEquals(DONE, route("add", "hall", "telemetry", "facilityId = 'w1'"), err::toString);
      assertEquals(
          List.of("temperature-data", "alert-data", "device-telemetry", "status", "hall"),
          monitoring.session().routes().stream().limit(5).map(Route::name).toList());
      assertFalse(monitoring.session().routes().get(3).enabled());
      assertEquals(DONE, route("test", "it's", "-p", "a=\"b\"", "--facility", "w1"));
      assertTrue(out.toString().startsWith("hall"), out::toString);
      assertEquals(SENSELESS, route("remove", "$fallback"));
      assertTrue(err.toString().contains("cannot be removed"), err::toString);
    }
  }
}
