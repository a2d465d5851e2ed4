package ai.cryox.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTest {
  private static Principal principal(boolean gateway) {
    return new Principal("temp_1", "north", gateway, "proof", Instant.MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "devices/temp_1/messages/events, true, true",
    "devices/temp_1/messages/events/, true, true",
    "devices/temp_1/messages/events/a=b, true, true",
    "devices/temp_1/messages/eventsx, false, false",
    "devices/temp_1/messages/devicebound/, false, false",
    "devices/temp_10/messages/events/, false, false",
    "devices/temp_2/messages/events/, false, false",
    "cryox/north/temp_1/telemetry, true, true",
    "cryox/north/temp_2/telemetry, false, true",
    "cryox/south/temp_1/telemetry, false, false",
    "cryox/north/temp_1/telemetry/, false, false",
    "$iothub/twin/GET/?$rid=1, true, true",
    "$iothub/methods/res/200/?$rid=1, true, true",
    "$iothub/methods/POST/open/?$rid=1, false, false",
    "anything, false, false"
  })
  void speaksOnlyUnderItsOwnId(String topic, boolean device, boolean gateway) {
    assertEquals(device, principal(false).mayPublish(topic));
    assertEquals(gateway, principal(true).mayPublish(topic));
  }

  @ParameterizedTest
  @CsvSource({
    "devices/temp_1/messages/devicebound/#, true",
    "devices/temp_1/#, true",
    "devices/+/messages/devicebound/#, false",
    "devices/temp_2/messages/devicebound/#, false",
    "$iothub/twin/res/#, true",
    "$iothub/methods/POST/#, true",
    "$iothub/#, false",
    "$share/g/devices/temp_1/#, false",
    "#, false",
    "+/temp_1/#, false"
  })
  void hearsOnlyWhatIsForItself(String filter, boolean may) {
    assertEquals(may, principal(false).maySubscribe(filter));
    assertEquals(may, principal(true).maySubscribe(filter));
  }

  @ParameterizedTest
  @CsvSource({
    "temp_001, true",
    "a.b:c$d, true",
    "a/b, false",
    "a+b, false",
    "a#, false",
    "'', false"
  })
  void aDeviceIdHoldsNothingThatATopicFilterUnderstands(String id, boolean fit) {
    assertEquals(fit, Credential.problem(id) == null);
  }

  @Test
  void aThumbprintIsReadAsOpensslPrintsIt() {
    String plain = "0123456789abcdef".repeat(4);
    assertEquals(plain, Credential.thumbprint("01:23:45:67:89:AB:CD:EF:" + plain.substring(16)));
    assertNull(Credential.thumbprint(plain.substring(1)));
    assertNotNull(Credential.problem("x".repeat(129)));
  }
}
