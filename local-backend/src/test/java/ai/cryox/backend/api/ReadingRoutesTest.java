package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadingRoutesTest extends WithApi {
  @Test
  void readingsComeBackAsTheEncoderWritesThem() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    HttpResponse<String> answer = api.get(FACILITY + "/temperature");
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        "{\"items\":[{\"deviceId\":\"temp_001\",\"timestamp\":\"2024-12-01T14:30:22Z\",\"temperature\":2.5}]}",
        answer.body());
  }

  @Test
  void theSeedsLiteralRouteIsTheSameRoute() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    String alias = "/api/v1/temperature/facilities/warehouse_001/temperature";
    assertEquals(api.get(FACILITY + "/temperature").body(), api.get(alias).body());
  }

  @Test
  void thePeriodIncludesItsStartAndNotItsEnd() throws Exception {
    api.reading("2024-12-01T10:00:00Z", 1);
    api.reading("2024-12-01T11:00:00Z", 2);
    String body =
        api.get(
                FACILITY
                    + "/temperature?startTime=2024-12-01T10:00:00Z&endTime=2024-12-01T12:00:00%2B01:00")
            .body();
    assertTrue(body.contains("\"temperature\":1.0"), body);
    assertFalse(body.contains("\"temperature\":2.0"), body);
  }

  @Test
  void withoutTimesThePeriodIsTheLastTwentyFourHours() throws Exception {
    api.reading("2024-11-30T14:59:59Z", 1);
    api.reading("2024-11-30T15:00:00Z", 2);
    api.reading("2024-12-01T15:00:00Z", 3);
    String body = api.get(FACILITY + "/temperature").body();
    assertFalse(body.contains("\"temperature\":1.0"), body);
    assertTrue(body.contains("\"temperature\":2.0"), body);
    assertFalse(body.contains("\"temperature\":3.0"), body);
  }

  @Test
  void tokensLeadThroughAllPagesWithoutSayingThePeriodAgain() throws Exception {
    for (int minute = 10; minute < 15; minute++) {
      api.reading("2024-12-01T14:" + minute + ":00Z", minute);
    }
    StringBuilder seen = new StringBuilder();
    String token = "";
    int pages = 0;
    do {
      String body = api.get(FACILITY + "/temperature?pageSize=2" + token).body();
      Matcher value = Pattern.compile("\"temperature\":([0-9.]+)").matcher(body);
      while (value.find()) {
        seen.append(value.group(1)).append(' ');
      }
      Matcher next = Pattern.compile("\"continuationToken\":\"([^\"]+)\"").matcher(body);
      token = next.find() ? "&continuationToken=" + next.group(1) : "";
      pages++;
    } while (!token.isEmpty());
    assertEquals("10.0 11.0 12.0 13.0 14.0 ", seen.toString());
    assertEquals(3, pages);
  }

  @Test
  void aTokenOfAnotherPeriodIsRefused() throws Exception {
    api.reading("2024-12-01T14:10:00Z", 1);
    api.reading("2024-12-01T14:20:00Z", 2);
    String body = api.get(FACILITY + "/temperature?pageSize=1").body();
    String token = body.replaceAll(".*\"continuationToken\":\"([^\"]+)\".*", "$1");
    HttpResponse<String> answer =
        api.get(
            FACILITY + "/temperature?startTime=2024-12-01T00:00:00Z&continuationToken=" + token);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("continuationToken does not belong"), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "startTime=yesterday,startTime must be a time",
    "endTime=2024-12-01T14:30:22,endTime must be a time",
    "endTime=2024-12-01T14:30:22+01:00,%2B",
    "startTime=%2B999999999-01-01T00:00:00Z,startTime must be a time",
    "startTime=2024-12-02T00:00:00Z,startTime (2024-12-02T00:00:00Z) must not be after endTime",
    "pageSize=0,pageSize must be a whole number from 1 to 10000",
    "pageSize=10001,pageSize must be",
    "pageSize=ten,pageSize must be",
    "pageSize=1&pageSize=2,pageSize must be given once only",
    "continuationToken=a.b,continuationToken does not belong",
    "continuationToken=rubbish,continuationToken does not belong",
  })
  void aBadParameterIsRefusedByName(String query, String words) throws Exception {
    HttpResponse<String> answer = api.get(FACILITY + "/temperature?" + query);
    assertEquals(400, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains(words), answer.body());
  }

  @Test
  void aFacilityWithoutDevicesIsNotFound() throws Exception {
    HttpResponse<String> answer = api.get("/api/v1/facilities/nowhere/temperature");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("No device of a facility 'nowhere' is known here."));
  }

  @Test
  void aKnownFacilityWithoutReadingsIsAnEmptyPage() throws Exception {
    assertEquals("{\"items\":[]}", api.get("/api/v1/facilities/warehouse_002/temperature").body());
  }

  @Test
  void windowsSayHowLowHowHighAndHowMany() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    api.reading("2024-12-01T14:31:22Z", 3.5);
    api.reading("2024-12-01T14:35:00Z", 4.5);
    api.reading("2024-12-01T14:35:01Z", 9.0);
    HttpResponse<String> answer =
        api.get(
            FACILITY
                + "/temperature?startTime=2024-12-01T14:00:00Z&endTime=2024-12-01T15:00:00Z&resolution=PT5M");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(
        "{\"items\":[{\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"windowEnd\":\"2024-12-01T14:35:00Z\",\"min\":2.5,\"mean\":3.5,\"max\":4.5,\"count\":3},"
            + "{\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"windowEnd\":\"2024-12-01T14:40:00Z\",\"min\":9.0,\"mean\":9.0,\"max\":9.0,\"count\":1}]}",
        answer.body());
  }

  @ParameterizedTest
  @CsvSource({"five", "PT0S", "-PT5M", "P99D"})
  void aResolutionThatMakesNoSenseIsRefused(String resolution) throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    HttpResponse<String> answer = api.get(FACILITY + "/temperature?resolution=" + resolution);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("resolution must be"), answer.body());
  }

  @Test
  void moreWindowsThanAnAnswerHoldsAreRefused() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    HttpResponse<String> answer =
        api.get(FACILITY + "/temperature?startTime=2020-12-01T14:00:00Z&resolution=PT1S");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("windows"), answer.body());
  }
}
