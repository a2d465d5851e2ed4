package ai.cryox.backend.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.backend.twin.ConfigurationProgress.State;
import ai.cryox.core.downstream.Twin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationProgressTest {
  private static final String DESIRED =
      "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":5}}";

  private static ConfigurationProgress progress(String reported) {
    return ConfigurationProgress.of(new Twin("temp_001", DESIRED, 7, reported, 3), 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|SENT",
        "{\"samplingRate\":60,\"alertThresholds\":{\"temperatureHigh\":5}}|SENT",
        "{\"samplingRate\":30}|SENT",
        "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":5.0}}|APPLIED",
        "{\"samplingRate\":{\"ac\":202,\"av\":7},\"alertThresholds\":{\"temperatureHigh\":5}}|ACCEPTED",
        "{\"samplingRate\":{\"ac\":200,\"av\":6,\"value\":10}}|SENT",
        "{\"samplingRate\":{\"ac\":200,\"av\":7,\"value\":30},\"alertThresholds\":{\"temperatureHigh\":5}}|APPLIED",
        "{\"samplingRate\":{\"ac\":400,\"av\":7,\"ad\":\"too"
            + " slow\"},\"alertThresholds\":{\"temperatureHigh\":5}}|REFUSED",
      })
  void theTwinSaysHowFarTheDeviceIs(String reported, State state) {
    assertEquals(state, progress(reported).state());
  }

  @Test
  void aRefusalIsSaidInTheDevicesOwnWords() {
    String reported = "{\"samplingRate\":{\"ac\":400,\"av\":7,\"ad\":\"too slow\"}}";
    assertEquals("too slow", progress(reported).note());
  }

  @Test
  void whatWasToldBeforeIsSuperseded() {
    Twin twin = new Twin("temp_001", DESIRED, 8, "{}", 3);
    assertEquals(State.SUPERSEDED, ConfigurationProgress.of(twin, 7).state());
  }
}
