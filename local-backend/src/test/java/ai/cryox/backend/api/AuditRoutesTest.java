package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.AlarmDesign;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRoutesTest {
  private static final String PERIOD =
      "?startTime=2024-12-01T00:00:00Z&endTime=2024-12-02T00:00:00Z";
  private ApiFixture api;

  @BeforeEach
  void start(@TempDir Path folder) {
    api = new ApiFixture(folder);
    api.session.saveAlarmDesign(AlarmDesign.DEFAULT);
  }

  @AfterEach
  void stop() {
    api.close();
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
