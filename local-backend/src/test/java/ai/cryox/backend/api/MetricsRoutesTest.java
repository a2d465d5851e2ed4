package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsRoutesTest extends WithApi {
  private String metrics() throws Exception {
    HttpResponse<String> answer = api.get("/metrics");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"),
        answer.headers()::toString);
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cryox_readings_stored_total 1.0",
        "cryox_messages_rejected_total 0.0",
        "cryox_ingest_queue_messages 0.0",
        "cryox_store_trouble 0.0",
        "cryox_devices{facility=\"warehouse_001\"} 1.0",
        "cryox_alarms{severity=\"Critical\",state=\"UNACKNOWLEDGED\"} 1.0",
        "cryox_alarms_raised_total{condition=\"HIGH\"} 1.0",
        "cryox_temperature_anomalies_total{facility=\"warehouse_001\"} 1.0",
        "cryox_alarm_raise_seconds_count 1",
        "cryox_ingest_durable_seconds_bucket{le=\"0.01\"}",
        "cryox_store_commit_seconds_sum",
      })
  void whatHappenedIsCounted(String line) throws Exception {
    api.alarm(Duration.ofMinutes(3), 7.25);
    assertTrue(metrics().contains(line), this::unchecked);
  }

  private String unchecked() {
    try {
      return metrics();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void requestsAreMeasuredByTheirRoute() throws Exception {
    api.get(ApiFixture.FACILITY + "/temperature");
    api.get("/nowhere");
    String body = metrics();
    assertTrue(
        body.contains(
            "cryox_http_request_seconds_count{method=\"GET\",route=\"/api/v1/facilities/{facilityId}/temperature\",status=\"200\"}"
                + " 1"),
        body);
    assertTrue(body.contains("route=\"none\",status=\"404\""), body);
  }
}
