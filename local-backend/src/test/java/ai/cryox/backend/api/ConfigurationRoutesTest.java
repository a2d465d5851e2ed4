package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationRoutesTest {
  private static final String DEVICE = FACILITY + "/devices/temp_001";

  @TempDir private Path folder;

  private static HttpResponse<String> configure(ApiFixture api, int rate, String... headers)
      throws Exception {
    var request =
        api.request(DEVICE + "/configure")
            .POST(BodyPublishers.ofString("{\"samplingRate\":" + rate + "}"));
    return api.send(headers.length == 0 ? request : request.headers(headers));
  }

  @Test
  void whoAskedAndWhenIsKnownAfterARestart() throws Exception {
    String status;
    try (ApiFixture api = new ApiFixture(folder)) {
      status = configure(api, 30).headers().firstValue("Location").orElseThrow();
    }
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> answer = api.get(status);
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("\"state\":\"sent\""), answer.body());
      assertTrue(answer.body().contains("\"askedBy\":\"Ada\""), answer.body());
    }
  }

  @Test
  void aLaterConfigurationSupersedesTheOneBefore() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      String first = configure(api, 30).headers().firstValue("Location").orElseThrow();
      configure(api, 60);
      assertTrue(api.get(first).body().contains("\"state\":\"superseded\""));
    }
  }

  @Test
  void ofTwoWhoSawTheSameOneIsRefused() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      String seen = api.get(DEVICE + "/twin").headers().firstValue("ETag").orElseThrow();
      assertEquals(202, configure(api, 30, "If-Match", seen).statusCode());
      assertEquals(412, configure(api, 60, "If-Match", seen).statusCode());
      assertTrue(api.get(DEVICE + "/twin").body().contains("\"samplingRate\":30"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "-1", "x", "99999999999999999999"})
  void aVersionThatWasNeverToldIsNotFound(String version) throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> answer = api.get(DEVICE + "/configurations/" + version);
      assertEquals(404, answer.statusCode(), answer.body());
    }
  }

  @Test
  void theSeedsLiteralAddressSaysThatItIsAnAlias() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> answer =
          api.post("/api/v1/temperature/facilities/warehouse_001/devices/temp_001/configure", "{}");
      assertEquals(202, answer.statusCode(), answer.body());
      assertEquals("@1795392000", answer.headers().firstValue("Deprecation").orElse(""));
      assertEquals(
          "Mon, 31 Dec 2029 23:59:59 GMT", answer.headers().firstValue("Sunset").orElse(""));
      assertEquals(
          "<" + DEVICE + "/configure>; rel=\"successor-version\"",
          answer.headers().firstValue("Link").orElse(""));
      assertEquals("", api.get(DEVICE + "/twin").headers().firstValue("Deprecation").orElse(""));
    }
  }
}
