package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused changes nothing, so one backend serves for all of it.
@TestInstance(Lifecycle.PER_CLASS)
final class TwinRefusalTest {
  private static final String DEVICE = FACILITY + "/devices/temp_001";

  private ApiFixture api;

  @BeforeAll
  void start(@TempDir Path folder) {
    api = new ApiFixture(folder);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|must be a JSON object",
        "{\"$version\":7}|must not contain",
        "{\"samplingRate\":0}|samplingRate must be 1 to 86400",
        "{\"alertThresholds\":{\"temperatureHigh\":\"warm\"}}|must be numbers",
      })
  void aBadPatchIsRefusedAndChangesNothing(String body, String words) throws Exception {
    HttpResponse<String> answer =
        api.send(
            api.request(DEVICE + "/twin/desired").method("PATCH", BodyPublishers.ofString(body)));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(words), answer.body());
    assertEquals("\"1\"", api.get(DEVICE + "/twin").headers().firstValue("ETag").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"twin", "methods/reboot", "messages", "twin/desired"})
  void aDeviceThatNobodyKnowsIsNotFound(String what) throws Exception {
    String path = FACILITY + "/devices/temp_404/" + what;
    HttpRequest.Builder request =
        switch (what) {
          case "twin" -> api.request(path).GET();
          case "twin/desired" -> api.request(path).method("PATCH", BodyPublishers.ofString("{}"));
          default -> api.request(path).POST(BodyPublishers.ofString("{\"body\":\"\"}"));
        };
    assertEquals(404, api.send(request).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reboot|{\"responseTimeoutInSeconds\":0}|1 to 300 seconds",
        "reboot|{\"responseTimeoutInSeconds\":301}|1 to 300 seconds",
        "reboot|{\"responseTimeoutInSeconds\":\"5\"}|whole number",
        "reboot|{\"timeout\":5}|unknown member 'timeout'",
        "reboot|[]|must be a JSON object",
        "reboot|{\"payload\":|not JSON",
        "re%23boot|{}|name of a method",
        "re%2Bboot|{}|name of a method",
      })
  void aCallWithoutSenseIsRefused(String name, String body, String words) throws Exception {
    HttpResponse<String> answer = api.post(DEVICE + "/methods/" + name, body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|needs a body",
        "{\"body\":{}}|body must be a text",
        "{\"body\":\"\",\"properties\":[]}|properties must be an object",
        "{\"body\":\"\",\"properties\":{\"a\":1}}|properties.a must be a text",
        "{\"body\":\"\",\"timeToLiveInSeconds\":59}|1 minute to 2 days",
        "{\"body\":\"\",\"timeToLiveInSeconds\":172801}|1 minute to 2 days",
      })
  void aMessageWithoutSenseIsRefused(String body, String words) throws Exception {
    HttpResponse<String> answer = api.post(DEVICE + "/messages", body);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(words), answer.body());
  }
}
