package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AlertRoutesTest extends WithApi {
  @Test
  void anAlertHasItsMembersAndLeavesOutWhatItDoesNotHave() throws Exception {
    String alertId = api.alarm(Duration.ofMinutes(1), 6.5);
    assertEquals(
        "{\"items\":[{\"alertId\":\""
            + alertId
            + "\",\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\","
            + "\"timestamp\":\"2024-12-01T14:59:00Z\",\"severity\":\"Critical\",\"condition\":\"HIGH\","
            + "\"worstSeverity\":\"Critical\",\"state\":\"UNACKNOWLEDGED\","
            + "\"beneath\":\"UNACKNOWLEDGED\",\"latching\":false,\"occurrences\":1,"
            + "\"value\":6.5,\"limit\":5.0,\"peak\":6.5,"
            + "\"raisedAt\":\"2024-12-01T14:59:00Z\",\"raisedReceivedAt\":\"CLOCK\","
            + "\"historic\":false}]}",
        api.get(FACILITY + "/alerts")
            .body()
            .replaceAll("(\"raisedReceivedAt\":\")2024-12-01T15:00:[0-9.]+Z", "$1CLOCK"));
  }

  @Test
  void severityNarrowsAndPagesFollow() throws Exception {
    String oldest = api.pastAlarm(Duration.ofHours(3), 6.5);
    api.pastAlarm(Duration.ofHours(2), 4.0);
    String newest = api.alarm(Duration.ofHours(1), 6.5);
    String first = api.get(FACILITY + "/alerts?severity=Critical&pageSize=1").body();
    assertTrue(first.contains(newest), first);
    String token = first.replaceAll(".*\"continuationToken\":\"([^\"]+)\".*", "$1");
    String second =
        api.get(FACILITY + "/alerts?severity=Critical&pageSize=1&continuationToken=" + token)
            .body();
    assertTrue(second.contains(oldest), second);
    assertFalse(second.contains("continuationToken"), second);
    HttpResponse<String> other =
        api.get(FACILITY + "/alerts?severity=Warning&continuationToken=" + token);
    assertEquals(400, other.statusCode());
  }

  @Test
  void anUnknownSeverityIsRefused() throws Exception {
    HttpResponse<String> answer = api.get(FACILITY + "/alerts?severity=Fatal");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("severity must be Critical or Warning, not 'Fatal'."));
  }

  @Test
  void acknowledgingTwiceIsSafe() throws Exception {
    String alertId = api.alarm(Duration.ofHours(1), 6.5);
    String path = "/api/v1/alerts/" + alertId + "/acknowledge";
    HttpResponse<String> first = api.post(path, "{\"comment\":\"door shut\"}");
    assertEquals(200, first.statusCode());
    assertTrue(first.body().contains("\"state\":\"ACKNOWLEDGED\""), first.body());
    assertTrue(first.body().contains("\"acknowledgedBy\":\"Ada\""), first.body());
    assertEquals("door shut", api.session.journal(alertId).getLast().comment());
    HttpResponse<String> second = api.post(path, "");
    assertEquals(204, second.statusCode());
    assertEquals(2, api.session.journal(alertId).size());
  }

  @Test
  void anUnknownAlertCannotBeAcknowledged() throws Exception {
    HttpResponse<String> answer = api.post("/api/v1/alerts/none/acknowledge", "{}");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("There is no alert 'none'."), answer.body());
  }

  @Test
  void anAlertIsShelvedAndTakenBackAndSaysWhyMeanwhile() throws Exception {
    String alertId = api.alarm(Duration.ofHours(1), 6.5);
    String path = "/api/v1/alerts/" + alertId;
    HttpResponse<String> shelved =
        api.post(path + "/shelve", "{\"minutes\":30,\"reason\":\"defrosting\"}");
    assertEquals(200, shelved.statusCode(), shelved.body());
    assertTrue(shelved.body().contains("\"state\":\"SHELVED\""), shelved.body());
    String listed = api.get(FACILITY + "/alerts").body();
    assertTrue(listed.contains("\"by\":\"Ada\",\"reason\":\"defrosting\"}"), listed);
    assertEquals(204, api.post(path + "/acknowledge", "").statusCode());
    HttpResponse<String> back = api.post(path + "/unshelve", "{\"comment\":\"done\"}");
    assertTrue(back.body().contains("\"state\":\"ACKNOWLEDGED\""), back.body());
    assertFalse(back.body().contains("hold"), back.body());
    assertEquals(204, api.post(path + "/unshelve", "").statusCode());
    assertEquals(204, api.post(path + "/reset", "").statusCode());
  }

  @Test
  void whatIsNormalIsPutAsideByDeviceAndCondition() throws Exception {
    String path = "/api/v1/devices/temp_001/conditions/low";
    HttpResponse<String> out = api.post(path + "/out-of-service", "{\"reason\":\"washing\"}");
    assertTrue(out.body().contains("\"state\":\"OUT_OF_SERVICE\""), out.body());
    HttpResponse<String> back = api.post(path + "/in-service", "");
    assertTrue(back.body().contains("\"state\":\"NORMAL\""), back.body());
    assertEquals(404, api.post("/api/v1/devices/temp_001/conditions/odd/shelve", "").statusCode());
  }

  @Test
  void nonsenseIsRefusedWithASentence() throws Exception {
    String path = "/api/v1/alerts/" + api.alarm(Duration.ofHours(1), 6.5);
    refused(400, "Say why", path + "/shelve", "{\"minutes\":30}");
    refused(400, "for some time", path + "/shelve", "{\"reason\":\"x\"}");
    refused(400, "at most 480 minutes", path + "/shelve", "{\"minutes\":481,\"reason\":\"x\"}");
    refused(400, "whole number", path + "/shelve", "{\"minutes\":\"x\",\"reason\":\"x\"}");
    refused(400, "unknown member 'hours'", path + "/shelve", "{\"hours\":1}");
    refused(400, "Say why", path + "/out-of-service", "");
    refused(404, "no alert 'none'", "/api/v1/alerts/none/shelve", "{}");
    String nowhere = "/api/v1/devices/nobody/conditions/HIGH/shelve";
    refused(400, "There is no nobody", nowhere, "{\"minutes\":1,\"reason\":\"x\"}");
  }

  @Test
  void anAlertThatIsOverCannotBeShelved() throws Exception {
    String over = api.pastAlarm(Duration.ofMinutes(30), 6.5);
    refused(409, "is over", "/api/v1/alerts/" + over + "/shelve", "{}");
  }

  private void refused(int status, String word, String path, String body) throws Exception {
    HttpResponse<String> answer = api.post(path, body);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(word), answer.body());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem"));
  }
}
