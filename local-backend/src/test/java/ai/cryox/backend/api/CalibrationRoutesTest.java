package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationRoutesTest extends WithApi {
  private static final String ENTRY =
      """
      {"deviceId":"temp_001","certificate":"D-1","calibratedOn":"2024-11-01","dueOn":"2025-11-01",\
      "validFrom":"2024-11-01T00:00:00Z","uncertainty":0.05,\
      "correction":{"points":[{"indicated":-20.1,"added":0.1},{"indicated":5,"added":0}]}}\
      """;

  @Test
  void anEntryStandsInTheRegisterWithItsCorrection() throws Exception {
    HttpResponse<String> entered = api.post("/api/v1/calibrations", ENTRY);
    assertEquals(201, entered.statusCode(), entered.body());
    assertTrue(entered.body().contains("\"recordedBy\":\"Ada\""), entered::body);
    HttpResponse<String> register = api.get("/api/v1/calibrations?deviceId=temp_001");
    assertTrue(register.body().contains("\"number\":1,"), register::body);
    assertTrue(register.body().contains("{\"indicated\":-20.1,\"added\":0.1}"), register::body);
    String tag = register.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        api.send(
            api.request("/api/v1/calibrations?deviceId=temp_001").header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals("{\"items\":[]}", api.get("/api/v1/calibrations?deviceId=temp_009").body());
  }

  @Test
  void theSameEntrySentTwiceIsEnteredOnce() throws Exception {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer =
          api.send(
              api.request("/api/v1/calibrations")
                  .header("Idempotency-Key", "one")
                  .POST(HttpRequest.BodyPublishers.ofString(ENTRY)));
      assertEquals(201, answer.statusCode(), answer.body());
    }
    String all = api.get("/api/v1/calibrations").body();
    assertTrue(all.contains("\"number\":1,") && !all.contains("\"number\":2,"), all);
  }

  @ParameterizedTest
  @CsvSource({
    "temp_001, nobody, There is no device 'nobody'",
    "2025-11-01, 2024-10-01, cannot be due on 2024-10-01",
    "2024-11-01T00:00:00Z, yesterday, validFrom cannot be 'yesterday'",
    "D-1, '', needs a device and a certificate",
    "uncertainty, accuracy, unknown member 'accuracy'",
    "0.05, -0.05, cannot be below 0",
    "-20.1, 5, has two points at 5.0",
  })
  void nonsenseIsRefusedInASentence(String right, String wrong, String sentence) throws Exception {
    HttpResponse<String> answer = api.post("/api/v1/calibrations", ENTRY.replace(right, wrong));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(sentence), answer::body);
    assertEquals("{\"items\":[]}", api.get("/api/v1/calibrations").body());
  }
}
