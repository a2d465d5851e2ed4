package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.report.Letterhead;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviceRoutesTest extends WithApi {
  private static final String CONFIGURE = FACILITY + "/devices/temp_001/configure";

  @Test
  void theSeedsConfigurationIsTakenAndShownAsDesired() throws Exception {
    HttpResponse<String> answer =
        api.post(
            CONFIGURE,
            "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":-20.0}}");
    assertEquals(202, answer.statusCode());
    String status = FACILITY + "/devices/temp_001/configurations/2";
    assertEquals(status, answer.headers().firstValue("Location").orElse(""));
    assertEquals("\"2\"", answer.headers().firstValue("ETag").orElse(""));
    assertEquals(
        "{\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"desired\":{\"samplingRate\":30,"
            + "\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":-20.0}},\"reported\":{},"
            + "\"version\":2,\"state\":\"sent\",\"status\":\""
            + status
            + "\",\"askedAt\":\"2024-12-01T15:00:00Z\",\"askedBy\":\"Ada\","
            + "\"expiresAt\":\"2024-12-08T15:00:00Z\"}",
        answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"samplingRate\":0}|samplingRate must be 1 to 86400",
        "{\"samplingRate\":1.5}|samplingRate must be a whole number",
        "{\"samplingRate\":99999999999}|not JSON that can be used",
        "{\"samplingRate\":30,\"samplingRate\":60}|Duplicate",
        "{\"alertThresholds\":5}|alertThresholds must be an object",
        "{\"alertThresholds\":{\"temperatureHigh\":\"5\"}}|temperatureHigh must be a number",
        "{\"alertThresholds\":{\"temperatureHigh\":1e999}}|A limit must be a number",
        "{\"alertThresholds\":{\"temperatureHigh\":-5,\"temperatureLow\":5}}|must be above the low"
            + " limit",
        "{\"alertThresholds\":{\"temperatureHihg\":5}}|unknown member"
            + " 'alertThresholds.temperatureHihg'",
        "[]|The body must be a JSON object",
        "{} {}|one JSON object and nothing more",
        "{\"samplingRate\":|not JSON that can be used",
        "''|The body must be a JSON object",
      })
  void aBadBodyIsRefusedByName(String body, String words) throws Exception {
    HttpResponse<String> answer = api.post(CONFIGURE, body);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(words), answer.body());
  }

  @Test
  void aBodyOver64KilobytesIsRefused() throws Exception {
    HttpResponse<String> answer = api.post(CONFIGURE, " ".repeat(64 * 1024 + 1));
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("64 KB"), answer.body());
  }

  @Test
  void aDeviceOfAnotherFacilityIsNotFound() throws Exception {
    HttpResponse<String> answer = api.post(FACILITY + "/devices/temp_009/configure", "{}");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("No device 'temp_009' is known in facility"), answer.body());
  }

  @Test
  void facilitiesAndDevicesAreListed() throws Exception {
    api.alarm(Duration.ofHours(1), 6.5);
    api.reading("2024-12-01T14:59:30Z", 2.5);
    assertEquals(
        "{\"items\":[{\"facilityId\":\"warehouse_001\",\"deviceCount\":1,\"activeAlertCount\":1},"
            + "{\"facilityId\":\"warehouse_002\",\"deviceCount\":1,\"activeAlertCount\":0}]}",
        api.get("/api/v1/facilities").body());
    api.session
        .reports()
        .saveLetterhead("warehouse_002", new Letterhead("Kai 7", ZoneId.of("Europe/Berlin"), "de"));
    assertTrue(
        api.get("/api/v1/facilities")
            .body()
            .contains(
                "{\"facilityId\":\"warehouse_002\",\"name\":\"Kai"
                    + " 7\",\"zone\":\"Europe/Berlin\",\"deviceCount\":1,"));
    String devices = api.get("/api/v1/devices").body();
    assertTrue(
        devices.contains("\"status\":\"online\",\"lastSeen\":\"2024-12-01T14:59:30Z\""), devices);
    assertTrue(devices.contains("\"status\":\"offline\""), devices);
  }
}
