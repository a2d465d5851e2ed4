package ai.cryox.core.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceTopicTest {
  @ParameterizedTest
  @ValueSource(strings = {"devices/temp_001/messages/events", "devices/temp_001/messages/events/"})
  void theHubsTopicNamesTheDeviceAndNoFacility(String topic) {
    Origin origin = parse(topic);
    assertEquals("temp_001", origin.deviceId());
    assertNull(origin.facilityId());
    assertEquals(topic, origin.topic());
    assertEquals("client", origin.source());
    assertEquals(Map.of(), origin.properties());
  }

  @Test
  void thePlainTopicNamesTheFacilityAndTheDevice() {
    Origin origin = parse("cryox/warehouse_001/temp_001/telemetry");
    assertEquals("temp_001", origin.deviceId());
    assertEquals("warehouse_001", origin.facilityId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "devices",
        "devices/temp_001",
        "devices//messages/events/",
        "devices/temp_001/messages/devicebound/",
        "devices/temp_001/messages/events/a=b/c",
        "devices/temp_001/messages/eventsx",
        "devices/temp_001/messages/eventsx/",
        "cryox/telemetry",
        "cryox/a/telemetry",
        "cryox/warehouse_001/temp_001/more/telemetry",
        "Devices/temp_001/messages/events/",
        "/devices/temp_001/messages/events/",
        "cryox/warehouse_001/temp_001",
        "cryox//temp_001/telemetry",
        "cryox/warehouse_001//telemetry",
        "cryox/warehouse_001/temp_001/telemetry/",
        "cryox/warehouse_001/temp_001/status",
      })
  void anyOtherTopicIsNoneOfOurs(String topic) {
    assertNull(DeviceTopic.parse("client", topic, Map.of()));
  }

  @Property(tries = 500)
  void noTopicBreaksTheParser(@ForAll String tail) {
    DeviceTopic.parse("client", tail, Map.of());
    DeviceTopic.parse("client", "devices/d/messages/events/" + tail, Map.of());
  }

  @Property(tries = 500)
  void anEscapedPropertyComesBackAsItWas(@ForAll @NotEmpty String name, @ForAll String value) {
    String bag = escape(name) + "=" + escape(value);
    Map<String, String> properties = parse("devices/d/messages/events/" + bag).properties();
    assertEquals(Map.of(asUtf8(name), asUtf8(value)), properties);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2,a,1",
    "a=1&b=2,b,2",
    "a=x=y,a,x=y",
    "a,a,''",
    "a=1+1,a,1+1",
    "a=1+1%20,a,'1+1 '",
    "a=100%,a,100%",
    "%24.ct=json,$.ct,json",
  })
  void thePropertyBagIsReadAsAUriWritesIt(String bag, String name, String value) {
    assertEquals(value, parse("devices/d/messages/events/" + bag).properties().get(name));
  }

  @Test
  void theTopicsOwnBagWinsOverUserProperties() {
    Origin origin =
        DeviceTopic.parse(
            "client", "devices/d/messages/events/a=bag", Map.of("a", "user", "b", "kept"));
    assertNotNull(origin);
    assertEquals(Map.of("a", "bag", "b", "kept"), origin.properties());
  }

  @Test
  void aPropertyIsFoundWhateverTheCaseOfItsName() {
    Origin origin = parse("devices/d/messages/events/Alert=1&level=2&LEVEL=3");
    assertEquals("1", origin.property("aLERT"));
    assertEquals("3", origin.property("level"));
    assertEquals("3", origin.property("LEVEL"));
    assertNull(origin.property("alert2"));
  }

  private static Origin parse(String topic) {
    Origin origin = DeviceTopic.parse("client", topic, Map.of());
    assertNotNull(origin, () -> "not taken: " + topic);
    return origin;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Half a surrogate pair cannot travel: it has no UTF-8 form.
  private static String asUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
