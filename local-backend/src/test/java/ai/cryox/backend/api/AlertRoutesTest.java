package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertRoutesTest {
  private ApiFixture api;

  @BeforeEach
  void start(@TempDir Path folder) {
    api = new ApiFixture(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anAlertHasItsMembersAndLeavesOutWhatItDoesNotHave() throws Exception {
    String alertId = api.alarm(Duration.ofMinutes(1), 6.5);
    assertEquals(
        "{\"items\":[{\"alertId\":\""
            + alertId
            + "\",\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\","
            + "\"timestamp\":\"2024-12-01T14:59:00Z\",\"severity\":\"Critical\",\"condition\":\"HIGH\","
            + "\"state\":\"UNACKNOWLEDGED\",\"value\":6.5,\"limit\":5.0,\"peak\":6.5,"
            + "\"raisedAt\":\"2024-12-01T14:59:00Z\",\"historic\":false}]}",
        api.get(FACILITY + "/alerts").body());
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
}
