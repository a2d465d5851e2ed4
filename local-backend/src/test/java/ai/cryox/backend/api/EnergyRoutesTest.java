package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Telemetry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EnergyRoutesTest extends WithApi {
  @BeforeEach
  void begin() throws Exception {
    api.reading("2024-12-01T14:59:30Z", 2.5);
  }

  private static Telemetry telemetry(
      Instant time, @Nullable Double power, @Nullable Double efficiency) {
    return new Telemetry(
        "temp_001", "warehouse_001", time, power, efficiency, null, null, null, null, null);
  }

  private static Instant at(String time) {
    return Instant.parse("2024-12-01T" + time + "Z");
  }

  @Test
  void aWindowHasItsEndAndNotItsStart() throws Exception {
    api.telemetry(
        List.of(
            telemetry(at("14:50:00"), 9_000.0, 0.1),
            telemetry(at("14:50:00.001"), 1_000.0, 0.8),
            telemetry(at("14:55:00"), 2_000.0, null),
            telemetry(at("14:56:00"), null, 0.5)));
    HttpResponse<String> answer =
        api.get(FACILITY + "/energy?startTime=2024-12-01T14:50:00Z&endTime=2024-12-01T15:00:00Z");
    assertEquals(200, answer.statusCode(), answer.body());
    String device = "{\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"windowEnd\":";
    assertEquals(
        "{\"items\":["
            + device
            + "\"2024-12-01T14:55:00Z\",\"powerConsumption\":1500.0,\"coolingEfficiency\":0.8,\"count\":2},"
            + device
            + "\"2024-12-01T15:00:00Z\",\"coolingEfficiency\":0.5,\"count\":1}],\"savings\":[]}",
        answer.body());
  }

  @Test
  void savingsAreAgainstTheSevenDaysBefore() throws Exception {
    List<Telemetry> messages = new ArrayList<>();
    Instant start = at("14:00:00");
    for (int window = 1; window <= 288; window++) {
      messages.add(telemetry(start.minus(Duration.ofMinutes(5L * window)), 1_000.0, 0.8));
    }
    for (int window = 1; window <= 12; window++) {
      messages.add(telemetry(start.plus(Duration.ofMinutes(5L * window)), 750.0, 0.8));
    }
    api.telemetry(messages.reversed());
    String body =
        api.get(FACILITY + "/energy?deviceId=temp_001&startTime=2024-12-01T14:00:00Z").body();
    assertTrue(
        body.endsWith(
            "\"savings\":[{\"deviceId\":\"temp_001\",\"baselinePower\":1000.0,\"power\":750.0,"
                + "\"savedPower\":250.0,\"savedShare\":0.25,\"savedEnergy\":0.25}]}"),
        body);
  }

  @Test
  void lessThanADayOfBaselineSavesNothing() throws Exception {
    List<Telemetry> messages = new ArrayList<>();
    for (int window = 0; window < 20; window++) {
      messages.add(telemetry(at("13:00:00").plus(Duration.ofMinutes(5L * window)), 500.0, 0.8));
    }
    api.telemetry(messages);
    String body = api.get(FACILITY + "/energy?startTime=2024-12-01T14:00:00Z").body();
    assertTrue(body.endsWith("\"savings\":[]}"), body);
  }

  @Test
  void aDeviceOfAnotherFacilityIsNotFound() throws Exception {
    assertEquals(404, api.get(FACILITY + "/energy?deviceId=temp_009").statusCode());
    assertEquals(404, api.get("/api/v1/facilities/nowhere/energy").statusCode());
  }
}
