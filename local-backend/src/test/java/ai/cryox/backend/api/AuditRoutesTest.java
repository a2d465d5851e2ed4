package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.AlarmDesign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditRoutesTest extends WithApi {
  private static final String PERIOD =
      "?startTime=2024-12-01T00:00:00Z&endTime=2024-12-02T00:00:00Z";

  @BeforeEach
  void begin() {
    api.session.saveAlarmDesign(AlarmDesign.DEFAULT);
  }

  @Test
  void whoDidWhatIsSaid() throws Exception {
    String body = api.get("/api/v1/audit" + PERIOD + "&who=Ada&what=alarm").body();
    assertTrue(body.contains("\"who\":\"Ada\""), body);
    assertTrue(body.contains("\"outcome\":\"DONE\""), body);
  }

  @Test
  void whatNobodyDidIsNotThere() throws Exception {
    assertEquals("{\"items\":[]}", api.get("/api/v1/audit" + PERIOD + "&who=Grace").body());
    assertEquals(400, api.get("/api/v1/audit?startTime=yesterday").statusCode());
  }
}
