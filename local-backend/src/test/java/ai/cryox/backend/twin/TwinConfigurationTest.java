package ai.cryox.backend.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwinConfigurationTest {
  private static TwinValue.Group group(String json) {
    return TwinDocument.patch(json.getBytes(UTF_8));
  }

  @Test
  void aConfigurationBecomesExactlyWhatTheTwinSays() {
    DeviceConfiguration both = new DeviceConfiguration(60, new AlertThresholds(5.0, -20.0));
    TwinValue.Group twin = TwinValue.Group.EMPTY.merged(TwinConfiguration.patch(both));
    assertEquals(both, TwinConfiguration.read(twin));
    DeviceConfiguration high = new DeviceConfiguration(null, new AlertThresholds(5.0, null));
    TwinValue.Group next = twin.merged(TwinConfiguration.patch(high));
    assertEquals(high, TwinConfiguration.read(next));
    assertEquals(group("{\"alertThresholds\":{\"temperatureHigh\":5.0}}"), next);
    assertEquals(
        TwinValue.Group.EMPTY, next.merged(TwinConfiguration.patch(DeviceConfiguration.NONE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"samplingRate\":\"30\"}",
        "{\"samplingRate\":30.5}",
        "{\"samplingRate\":4503599627370495}",
        "{\"samplingRate\":{\"seconds\":30}}",
        "{\"alertThresholds\":[5,-20]}",
        "{\"alertThresholds\":{\"temperatureHigh\":\"5\"}}"
      })
  void whatADeviceSaysWithoutSenseSaysNothing(String reported) {
    assertEquals(DeviceConfiguration.NONE, TwinConfiguration.read(group(reported)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"samplingRate\":\"30\"}|samplingRate must be a whole number",
        "{\"samplingRate\":0}|samplingRate must be 1 to 86400",
        "{\"alertThresholds\":5}|alertThresholds must be an object",
        "{\"alertThresholds\":{\"temperatureHigh\":true}}|must be numbers",
        "{\"alertThresholds\":{\"temperatureHigh\":-5,\"temperatureLow\":5}}|must be above",
      })
  void whatPeopleWantWithoutSenseIsRefused(String desired, String words) {
    String problem = TwinConfiguration.problem(group(desired));
    assertTrue(problem != null && problem.contains(words), problem);
  }

  @Test
  void whatIsNotOursIsNotJudged() {
    assertNull(TwinConfiguration.problem(group("{\"route\":[1],\"samplingRate\":60}")));
  }
}
