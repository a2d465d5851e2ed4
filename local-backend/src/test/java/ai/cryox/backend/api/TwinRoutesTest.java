package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class TwinRoutesTest extends WithApi {
  private static final String DEVICE = FACILITY + "/devices/temp_001";

  private HttpResponse<String> patch(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        api.request(DEVICE + "/twin/desired").method("PATCH", BodyPublishers.ofString(body));
    return api.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aDeviceOfWhichNothingWasSaidHasAnEmptyTwin() throws Exception {
    HttpResponse<String> answer = api.get(DEVICE + "/twin");
    assertEquals(200, answer.statusCode());
    assertEquals("\"1\"", etag(answer));
    assertEquals(
        "{\"deviceId\":\"temp_001\",\"properties\":{\"desired\":{\"$version\":1},"
            + "\"reported\":{\"$version\":1}}}",
        answer.body());
  }

  @Test
  void whatIsDesiredIsMergedAndConfiguresTheDevice() throws Exception {
    patch("{\"route\":{\"a\":1,\"b\":[2]},\"samplingRate\":60}");
    HttpResponse<String> answer = patch("{\"route\":{\"a\":null}}");
    assertEquals(200, answer.statusCode());
    assertEquals("\"3\"", etag(answer));
    String twin = api.get(DEVICE + "/twin").body();
    assertTrue(
        twin.contains("\"desired\":{\"route\":{\"b\":[2]},\"samplingRate\":60,\"$version\":3}"),
        twin);
    String devices = api.get("/api/v1/devices").body();
    assertTrue(devices.contains("\"desiredConfiguration\":{\"samplingRate\":60}"), devices);
  }

  @Test
  void aConfigurationStandsInTheTwinAndTakesBackWhatItLeavesOut() throws Exception {
    api.post(
        DEVICE + "/configure",
        "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":-20.0}}");
    api.post(DEVICE + "/configure", "{\"alertThresholds\":{\"temperatureHigh\":6.5}}");
    String twin = api.get(DEVICE + "/twin").body();
    assertTrue(
        twin.contains("\"desired\":{\"alertThresholds\":{\"temperatureHigh\":6.5},\"$version\":3}"),
        twin);
  }

  @Test
  void twoPeopleDoNotOverwriteEachOther() throws Exception {
    String seen = etag(api.get(DEVICE + "/twin"));
    assertEquals(200, patch("{\"a\":1}", "If-Match", seen).statusCode());
    HttpResponse<String> late = patch("{\"a\":2}", "If-Match", seen);
    assertEquals(412, late.statusCode());
    assertTrue(late.body().contains("have version 2 by now"), late.body());
    assertEquals(200, patch("{\"a\":2}", "If-Match", "*").statusCode());
    assertEquals(400, patch("{\"a\":3}", "If-Match", "W/\"3\"").statusCode());
    assertTrue(api.get(DEVICE + "/twin").body().contains("{\"a\":2,\"$version\":3}"));
  }

  @Test
  void moreThan32KilobytesAreRefused() throws Exception {
    String half = "x".repeat(4000);
    StringBuilder body = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 9; i++) {
      body.append(",\"p").append(i).append("\":\"").append(half).append('"');
    }
    HttpResponse<String> answer = patch(body + "}");
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("32768 are the limit"), answer.body());
  }

  @Test
  void aMethodOfADeviceThatIsAwayHasNoAnswer() throws Exception {
    HttpResponse<String> answer = api.post(DEVICE + "/methods/reboot", "");
    assertEquals(504, answer.statusCode());
    assertTrue(answer.body().contains("temp_001 is not connected"), answer.body());
  }

  @Test
  void fiftyMessagesWaitForADeviceAndNoMore() throws Exception {
    for (int i = 0; i < 50; i++) {
      HttpResponse<String> answer = api.post(DEVICE + "/messages", "{\"body\":\"defrost\"}");
      assertEquals(202, answer.statusCode());
      assertTrue(answer.body().startsWith("{\"messageId\":\""), answer.body());
    }
    HttpResponse<String> answer = api.post(DEVICE + "/messages", "{\"body\":\"defrost\"}");
    assertEquals(429, answer.statusCode());
    assertTrue(answer.body().contains("50 messages wait for temp_001"), answer.body());
  }
}
