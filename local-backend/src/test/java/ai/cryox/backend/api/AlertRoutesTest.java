package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AlertRoutesTest {
  private final ApiFixture api = new ApiFixture();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anAlertHasItsMembersAndLeavesOutWhatItDoesNotHave() throws Exception {
    api.alarm("a1", Severity.CRITICAL, AlarmState.UNACKNOWLEDGED, Duration.ofHours(1));
    assertEquals(
        "{\"items\":[{\"alertId\":\"a1\",\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\","
            + "\"timestamp\":\"2024-12-01T14:00:00Z\",\"severity\":\"Critical\",\"condition\":\"HIGH\","
            + "\"state\":\"UNACKNOWLEDGED\",\"value\":6.5,\"limit\":5.0,"
            + "\"raisedAt\":\"2024-12-01T14:00:00Z\",\"historic\":false}]}",
        api.get(FACILITY + "/alerts").body());
  }

  @Test
  void severityNarrowsAndPagesFollow() throws Exception {
    api.alarm("a1", Severity.CRITICAL, AlarmState.UNACKNOWLEDGED, Duration.ofHours(1));
    api.alarm("a2", Severity.WARNING, AlarmState.NORMAL, Duration.ofHours(2));
    api.alarm("a3", Severity.CRITICAL, AlarmState.NORMAL, Duration.ofHours(3));
    String first = api.get(FACILITY + "/alerts?severity=Critical&pageSize=1").body();
    assertTrue(first.contains("\"a1\""), first);
    String token = first.replaceAll(".*\"continuationToken\":\"([^\"]+)\".*", "$1");
    String second =
        api.get(FACILITY + "/alerts?severity=Critical&pageSize=1&continuationToken=" + token)
            .body();
    assertTrue(second.contains("\"a3\""), second);
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
    api.alarm("a1", Severity.CRITICAL, AlarmState.UNACKNOWLEDGED, Duration.ofHours(1));
    String path = "/api/v1/alerts/a1/acknowledge";
    HttpResponse<String> first = api.post(path, "{\"comment\":\"door shut\"}");
    assertEquals(200, first.statusCode());
    assertTrue(first.body().contains("\"state\":\"ACKNOWLEDGED\""), first.body());
    assertTrue(first.body().contains("\"acknowledgedBy\":\"Ada\""), first.body());
    assertEquals("door shut", api.session.journal("a1").getLast().comment());
    HttpResponse<String> second = api.post(path, "");
    assertEquals(204, second.statusCode());
    assertEquals(2, api.session.journal("a1").size());
  }

  @Test
  void anUnknownAlertCannotBeAcknowledged() throws Exception {
    HttpResponse<String> answer = api.post("/api/v1/alerts/none/acknowledge", "{}");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("There is no alert 'none'."), answer.body());
  }
}
