package ai.cryox.backend.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwinTopicsTest {
  @Test
  void whatDevicesPublishIsUnderstood() {
    assertEquals(new HubRequest.TwinGet("1"), TwinTopics.parse("$iothub/twin/GET/?$rid=1"));
    assertEquals(
        new HubRequest.TwinReport("a b=c%20"),
        TwinTopics.parse("$iothub/twin/PATCH/properties/reported/?$rid=a b=c%20"));
    assertEquals(
        new HubRequest.MethodResult(200, "m-1"),
        TwinTopics.parse("$iothub/methods/res/200/?$rid=m-1"));
    assertEquals(
        new HubRequest.MethodResult(-1, "m"), TwinTopics.parse("$iothub/methods/res/-1/?$rid=m"));
  }

  @Test
  void furtherParametersAreLetPass() {
    assertEquals(
        new HubRequest.TwinReport("7"),
        TwinTopics.parse("$iothub/twin/PATCH/properties/reported/?$version=3&$rid=7&x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$iothub/twin/GET/",
        "$iothub/twin/GET/?",
        "$iothub/twin/GET/?$rid",
        "$iothub/twin/GET/?$rid=",
        "$iothub/twin/GET/?rid=1",
        "$iothub/twin/GET/?$rid=1&$rid=2",
        "$iothub/twin/GET?$rid=1",
        "$iothub/twin/get/?$rid=1",
        "$iothub/twin/PATCH/properties/desired/?$rid=1",
        "$iothub/twin/res/200/?$rid=1",
        "$iothub/methods/res/ok/?$rid=1",
        "$iothub/methods/res/9999999999/?$rid=1",
        "$iothub/methods/res/200/",
        "$iothub/methods/POST/reboot/?$rid=1",
        "$iothub/",
        "$iothub/?$rid=1"
      })
  void everythingElseIsUnreadable(String topic) {
    assertInstanceOf(HubRequest.Unreadable.class, TwinTopics.parse(topic));
  }

  @Test
  void aRequestIdHasALimit() {
    String rid = "r".repeat(256);
    assertEquals(new HubRequest.TwinGet(rid), TwinTopics.parse("$iothub/twin/GET/?$rid=" + rid));
    assertInstanceOf(
        HubRequest.Unreadable.class, TwinTopics.parse("$iothub/twin/GET/?$rid=" + rid + "r"));
  }

  @Test
  void onlyIotHubsTopicsAreTaken() {
    assertTrue(TwinTopics.isOne("$iothub/twin/GET/?$rid=1"));
    assertFalse(TwinTopics.isOne("$iothubs/twin/GET/?$rid=1"));
    assertFalse(TwinTopics.isOne("devices/temp_001/messages/events/"));
  }

  @Test
  void whatDevicesAreSentIsSpeltLikeIotHub() {
    assertEquals("$iothub/twin/res/200/?$rid=x", TwinTopics.answer(200, "x"));
    assertEquals("$iothub/twin/res/204/?$rid=x&$version=6", TwinTopics.reported("x", 6));
    assertEquals("$iothub/twin/PATCH/properties/desired/?$version=8", TwinTopics.desired(8));
    assertEquals("$iothub/methods/POST/reboot/?$rid=q", TwinTopics.method("reboot", "q"));
  }
}
