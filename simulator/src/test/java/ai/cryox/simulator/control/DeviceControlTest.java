package ai.cryox.simulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.Incoming;
import ai.cryox.simulator.publish.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceControlTest {
  private static final String PATCH = "$iothub/twin/PATCH/properties/desired/?$version=2";

  private final SimulatedDevice device =
      Fleet.of(1, 1, 1, Duration.ofSeconds(30)).devices().getFirst();
  private final List<DeviceConfiguration> applied = new ArrayList<>();
  private final DeviceControl control = new DeviceControl(device, applied::add);

  private Reaction hear(String topic, String payload) {
    return control.hear(new Incoming(device.deviceId(), topic, payload.getBytes(UTF_8)));
  }

  private static List<String> said(Reaction reaction) {
    return reaction.said().stream()
        .map(saying -> saying.topic() + " " + new String(saying.payload(), UTF_8))
        .toList();
  }

  @Test
  void itBeginsByAskingForItsTwinAndSayingWhatItDoes() {
    assertEquals(
        List.of(
            "$iothub/twin/GET/?$rid=twin ",
            "$iothub/twin/PATCH/properties/reported/?$rid=report {\"samplingRate\":30,"
                + "\"alertThresholds\":{\"temperatureHigh\":8.0,\"temperatureLow\":-0.5}}"),
        said(control.begin()));
  }

  @Test
  void whatIsDesiredIsDoneAndReported() {
    Reaction reaction =
        hear(
            PATCH,
            "{\"samplingRate\":60,\"alertThresholds\":{\"temperatureHigh\":5},\"$version\":2}");
    assertEquals(
        List.of(
            "$iothub/twin/PATCH/properties/reported/?$rid=report {\"samplingRate\":60,"
                + "\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":null}}"),
        said(reaction));
    assertEquals(List.of(new DeviceConfiguration(60, new AlertThresholds(5.0, null))), applied);
    hear(PATCH, "{\"samplingRate\":null,\"alertThresholds\":null,\"$version\":3}");
    assertEquals(device.configuration(), applied.getLast());
  }

  @Test
  void aWholeTwinCountsOnlyIfItIsNewer() {
    hear(
        "$iothub/twin/res/200/?$rid=twin",
        "{\"desired\":{\"samplingRate\":60,\"x\":[{}],\"$version\":4},\"reported\":{\"$version\":1}}");
    assertEquals(60, applied.getLast().samplingRate());
    assertEquals(Reaction.NONE, hear(PATCH, "{\"samplingRate\":90,\"$version\":4}"));
    assertEquals(1, applied.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"samplingRate\":60}",
        "{\"samplingRate\":",
        "{\"samplingRate\":0,\"$version\":2}",
        "{\"samplingRate\":99999999999,\"$version\":2}",
        "{\"samplingRate\":\"60\",\"$version\":2}",
        "{\"alertThresholds\":{\"temperatureHigh\":-5,\"temperatureLow\":5},\"$version\":2}",
        "{\"alertThresholds\":{\"temperatureHigh\":{\"a\":1}},\"$version\":2}"
      })
  void nonsenseChangesNothing(String patch) {
    assertEquals(Reaction.NONE, hear(PATCH, patch));
    assertEquals(List.of(), applied);
  }

  @Test
  void itSaysWhoItIs() {
    assertEquals(
        List.of(
            "$iothub/methods/res/200/?$rid=m1"
                + " {\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"zone\":\"Pharma"
                + " hall\",\"name\":\"Vaccine fridge 01\"}"),
        said(hear("$iothub/methods/POST/identify/?$rid=m1", "null")));
  }

  @Test
  void itRestartsAfterItsAnswer() {
    Reaction reaction = hear("$iothub/methods/POST/reboot/?$rid=m1", "null");
    assertTrue(reaction.hangsUp());
    assertTrue(said(reaction).getFirst().startsWith("$iothub/methods/res/200/?$rid=m1 "));
  }

  @Test
  void itsRateCanBeSetAtOnce() {
    List<String> said =
        said(hear("$iothub/methods/POST/setSamplingRate/?$rid=m1", "{\"samplingRate\":10}"));
    assertEquals(2, said.size());
    assertTrue(said.getFirst().startsWith("$iothub/methods/res/200/?$rid=m1 {\"samplingRate\":10"));
    assertEquals(10, applied.getLast().samplingRate());
    said = said(hear("$iothub/methods/POST/setSamplingRate/?$rid=m2", "{\"samplingRate\":0}"));
    assertTrue(said.getFirst().startsWith("$iothub/methods/res/400/?$rid=m2 "), said.getFirst());
    assertEquals(1, applied.size());
  }

  @Test
  void whatItCannotDoItSays() {
    assertTrue(
        said(hear("$iothub/methods/POST/explode/?$rid=m1", "{}"))
            .getFirst()
            .startsWith("$iothub/methods/res/404/?$rid=m1 "));
  }
}
