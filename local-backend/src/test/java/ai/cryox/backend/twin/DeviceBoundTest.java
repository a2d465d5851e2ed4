package ai.cryox.backend.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.downstream.DeviceMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeviceBoundTest {
  private static final Instant T0 = Instant.parse("2026-03-01T03:00:00Z");

  private static DeviceBound message(Map<String, String> properties) {
    DeviceMessage message = new DeviceMessage(new byte[0], properties, Duration.ofMinutes(1));
    return DeviceBound.of("m-1", "temp_001", message, T0);
  }

  @Test
  void idReceiverAndPropertiesTravelInTheTopic() {
    assertEquals(
        "devices/temp_001/messages/devicebound/%24.mid=m-1"
            + "&%24.to=%2Fdevices%2Ftemp_001%2Fmessages%2Fdevicebound&empty=&ka%26n=a%20b%2B%23%2F%C3%BC",
        message(Map.of("ka&n", "a b+#/ü", "empty", "")).topic());
  }

  @Test
  void nobodyCanForgeIdOrReceiverByAProperty() {
    String topic = message(Map.of("$.mid", "forged", "$.to", "forged")).topic();
    assertFalse(topic.contains("forged"), topic);
  }

  @Test
  void aMessageEndsAtItsTime() {
    assertFalse(message(Map.of()).isExpired(T0.plusSeconds(60).minusNanos(1)));
    assertTrue(message(Map.of()).isExpired(T0.plusSeconds(60)));
  }
}
