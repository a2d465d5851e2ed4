package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleRoutesTest extends WithApi {
  private static final String ADDRESS = "/api/v1/report-schedules";

  private static final String ORDER =
      """
      {"kind":"unit","facilityId":"warehouse_001","deviceId":"temp_001",\
      "timing":{"cadence":"WEEKLY","day":1,"at":"06:00"},"personIds":[]}\
      """;

  private HttpResponse<String> add(String key) throws Exception {
    return api.send(
        api.request(ADDRESS).header("Idempotency-Key", key).POST(BodyPublishers.ofString(ORDER)));
  }

  private HttpResponse<String> move(String address, String tag, String state) throws Exception {
    return api.send(
        api.request(address + "/state")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString("{\"state\":\"" + state + "\"}")));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  @Test
  void whatIsSentTwiceIsOneSchedule() throws Exception {
    HttpResponse<String> first = add("one");
    assertEquals(201, first.statusCode(), first.body());
    HttpResponse<String> second = add("one");
    assertEquals("true", header(second, "Idempotency-Replayed"));
    assertEquals(header(first, "Location"), header(second, "Location"));
    assertEquals(header(first, "ETag"), header(second, "ETag"));
    String all = api.get(ADDRESS).body();
    assertEquals(2, all.split("\"scheduleId\"", -1).length, all);
    assertEquals(first.body(), api.get(header(first, "Location")).body());
  }

  @Test
  void ofTwoWhoSawTheSameTheSecondIsTold() throws Exception {
    HttpResponse<String> added = add("one");
    String address = header(added, "Location");
    String seen = header(added, "ETag");
    assertEquals(seen, header(api.get(address), "ETag"));
    HttpResponse<String> paused = move(address, seen, "PAUSED");
    assertEquals(200, paused.statusCode(), paused.body());
    assertTrue(paused.body().contains("\"state\":\"PAUSED\""), paused::body);
    HttpResponse<String> late = move(address, seen, "REMOVED");
    assertEquals(412, late.statusCode(), late.body());
    assertEquals(200, move(address, header(paused, "ETag"), "REMOVED").statusCode());
    assertEquals("{\"items\":[]}", api.get(ADDRESS).body());
    assertTrue(api.get(address).body().contains("\"state\":\"REMOVED\""));
  }

  @Test
  void whatIsPausedIsNotMadeNowAndWhatIsUnknownIsNotThere() throws Exception {
    String address = header(add("one"), "Location");
    move(address, "*", "PAUSED");
    HttpResponse<String> now = api.post(address + "/runs", "");
    assertEquals(409, now.statusCode(), now.body());
    assertTrue(now.body().contains("let it go on first"), now::body);
    for (String path : new String[] {"", "/runs", "/state"}) {
      String unknown = ADDRESS + "/weekly-none" + path;
      HttpResponse<String> answer =
          switch (path) {
            case "/runs" -> api.post(unknown, "");
            case "/state" -> move(ADDRESS + "/weekly-none", "*", "PAUSED");
            default -> api.get(unknown);
          };
      assertEquals(404, answer.statusCode(), answer.body());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "warehouse_001, nowhere, nowhere",
    "'\"day\":1', '\"day\":9', from 1 (Monday) to 7",
    "WEEKLY, HOURLY, HOURLY",
    "06:00, 25:00, 25:00",
    "'\"personIds\":[]', '\"personIds\":[\"nobody\"]', nobody 'nobody'",
    "'\"personIds\":[]', '\"people\":[]', people",
    "'\"deviceId\":\"temp_001\",', '', say which",
  })
  void nonsenseIsRefusedInASentence(String right, String wrong, String sentence) throws Exception {
    HttpResponse<String> answer = api.post(ADDRESS, ORDER.replace(right, wrong));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(sentence), answer::body);
    assertEquals("{\"items\":[]}", api.get(ADDRESS).body());
  }
}
