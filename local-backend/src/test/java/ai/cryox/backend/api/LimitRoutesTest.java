package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Excursions, health, what-if and profiles over HTTP.
class LimitRoutesTest extends WithApi {
  private static final String MINE =
      """
      {"profileId":"mine","name":"Mine","limits":{"highHigh":{"value":7,"deadband":0.5,\
      "onDelay":"PT0S","offDelay":"PT1M"}},"cumulative":[{"side":"high","value":30,"budget":\
      "PT10H"}],"rate":{"perMinute":1.5,"over":"PT10M"}}\
      """;

  private static void assertAnswer(int status, String part, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains(part), answer::body);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return api.send(api.request(path).PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void excursionsAreListedWithAllTheirFigures() throws Exception {
    api.pastAlarm(Duration.ofMinutes(3), 9.0);
    HttpResponse<String> answer = api.get(ApiFixture.FACILITY + "/excursions");
    assertAnswer(200, "\"condition\":\"HIGH\",\"severity\":\"Critical\",\"limit\":5.0", answer);
    assertAnswer(200, "\"peak\":9.0", answer);
    assertAnswer(200, "\"durationSeconds\":30,\"beyondSeconds\":0,\"readings\":1", answer);
    assertAnswer(200, "\"historic\":false", answer);
    assertAnswer(
        200, "{\"items\":[]}", api.get(ApiFixture.FACILITY + "/excursions?deviceId=other"));
    assertAnswer(404, "nowhere", api.get("/api/v1/facilities/nowhere/excursions"));
  }

  @Test
  void healthIsAnsweredWithGoalsAndVerdicts() throws Exception {
    api.pastAlarm(Duration.ofMinutes(3), 9.0);
    HttpResponse<String> answer =
        api.get(ApiFixture.FACILITY + "/alarm-health?endTime=" + ApiFixture.NOW.plusSeconds(3600));
    assertAnswer(200, "\"measure\":\"PER_HOUR\"", answer);
    assertAnswer(200, "\"verdict\":\"good\"", answer);
    assertAnswer(200, "\"bySeverity\":{\"Warning\":0,\"Critical\":1}", answer);
    assertAnswer(
        400,
        "not be longer than a year",
        api.get(ApiFixture.FACILITY + "/alarm-health?startTime=2001-01-01T00:00:00Z"));
  }

  @Test
  void aProfileIsMadeGivenAndRemoved() throws Exception {
    assertAnswer(200, "\"shipped\":false", put("/api/v1/profiles/mine", MINE));
    assertAnswer(
        200, "\"rate\":{\"perMinute\":1.5,\"over\":\"PT10M\"}", api.get("/api/v1/profiles"));
    String device = ApiFixture.FACILITY + "/devices/temp_001/profile";
    assertEquals(204, put(device + "?profileId=mine", "").statusCode());
    HttpResponse<String> refused = api.send(api.request("/api/v1/profiles/mine").DELETE());
    assertAnswer(400, "is the profile of temp_001", refused);
    assertEquals(204, put(device, "").statusCode());
    assertEquals(204, api.send(api.request("/api/v1/profiles/mine").DELETE()).statusCode());
  }

  @Test
  void badProfilesAreRefusedWithASentence() throws Exception {
    assertAnswer(400, "the address about 'other'", put("/api/v1/profiles/other", MINE));
    assertAnswer(400, "There is no member 'hihg'", put("/api/v1/profiles/a", "{\"hihg\":1}"));
    assertAnswer(
        400,
        "There is no limit 'higher'",
        put("/api/v1/profiles/a", "{\"limits\":{\"higher\":{\"value\":1}}}"));
    assertAnswer(
        400,
        "A member value is missing",
        put("/api/v1/profiles/a", "{\"cumulative\":[{\"side\":\"low\",\"budget\":\"PT1H\"}]}"));
    assertAnswer(
        400, "length of time such as PT10M", put("/api/v1/profiles/a", MINE.replace("PT1M", "5")));
    assertAnswer(
        400,
        "A delay cannot be negative",
        put("/api/v1/profiles/a", MINE.replace("PT1M", "PT-1M")));
    assertAnswer(400, "must be a JSON object", put("/api/v1/profiles/a", "[]"));
    assertAnswer(
        400,
        "comes with the program",
        put("/api/v1/profiles/seed-default", MINE.replace("mine", "seed-default")));
  }

  @Test
  void aQuestionSaysWhatWouldBeNewAndMissed() throws Exception {
    api.pastAlarm(Duration.ofMinutes(3), 6.0);
    String period = "\"startTime\":\"2000-01-01T00:00:00Z\",\"endTime\":\"2000-12-01T00:00:00Z\"";
    assertAnswer(
        200,
        "\"readings\":0,\"raisedNow\":0,\"raisedThen\":0",
        api.post(ApiFixture.FACILITY + "/what-if", "{%s,\"profile\":%s}".formatted(period, MINE)));
    String now =
        "\"startTime\":\"%s\",\"endTime\":\"%s\""
            .formatted(ApiFixture.NOW.minus(Duration.ofDays(1)), ApiFixture.NOW);
    assertAnswer(
        200,
        "\"readings\":2,\"raisedNow\":1,\"raisedThen\":0,\"new\":0,\"missed\":1",
        api.post(ApiFixture.FACILITY + "/what-if", "{%s,\"profile\":%s}".formatted(now, MINE)));
    assertAnswer(
        200,
        "\"readings\":2,\"raisedNow\":1,\"raisedThen\":1,\"new\":0,\"missed\":0",
        api.post(
            ApiFixture.FACILITY + "/what-if",
            "{%s,\"alertThresholds\":{\"temperatureHigh\":5.5},\"deviceIds\":[\"temp_001\"]}"
                .formatted(now)));
  }

  @Test
  void badQuestionsAreRefused() throws Exception {
    String address = ApiFixture.FACILITY + "/what-if";
    assertAnswer(400, "profile or alertThresholds is missing", api.post(address, "{}"));
    assertAnswer(400, "unknown member 'days'", api.post(address, "{\"days\":3}"));
    assertAnswer(400, "startTime must be a time", api.post(address, "{\"startTime\":\"now\"}"));
    String empty =
        "{\"startTime\":\"2024-01-01T00:00:00Z\",\"endTime\":\"2024-01-01T00:00:00Z\",\"profile\":%s}"
            .formatted(MINE);
    assertAnswer(400, "The period is empty", api.post(address, empty));
    String ghost =
        "{\"startTime\":\"2024-01-01T00:00:00Z\",\"endTime\":\"2024-01-02T00:00:00Z\",\"deviceIds\":[\"ghost\"],\"profile\":%s}"
            .formatted(MINE);
    assertAnswer(400, "has no such devices", api.post(address, ghost));
  }
}
