package ai.cryox.simulator.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The seed's documents, byte for byte.
class WirePayloadTest {
  private static final Instant TIME = Instant.parse("2024-12-01T14:30:22Z");

  private static String golden(String name) throws IOException {
    try (InputStream file = WirePayloadTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    }
  }

  private static String encoded(Message message) {
    return new String(WirePayload.encode(message), StandardCharsets.UTF_8);
  }

  @Test
  void aReadingIsTheSeedsReading() throws IOException {
    Reading reading =
        new Reading(
            "temp_001",
            "warehouse_001",
            TIME,
            2.5,
            65.2,
            new ReadingNotes(
                WirePayload.readingId("temp_001", TIME),
                new Location(43.6532, -79.3832),
                false,
                0.95,
                2_592_000,
                null));
    assertEquals(golden("reading"), encoded(reading));
  }

  @Test
  void whatTheSeedHasNoWordForStandsAmongTheMembersOfTelemetry() {
    Telemetry telemetry =
        new Telemetry(
            "temp_001",
            "warehouse_001",
            TIME,
            310.5,
            null,
            false,
            true,
            null,
            -65.0,
            "{\"defrost\":true,\"fans\":[1,2]}");
    assertEquals(
        "{\"deviceId\":\"temp_001\",\"facilityId\":\"warehouse_001\",\"timestamp\":\"2024-12-01T14:30:22Z\","
            + "\"powerConsumption\":310.5,\"doorOpen\":false,\"compressorOn\":true,\"signalStrength\":-65,"
            + "\"defrost\":true,\"fans\":[1,2]}",
        encoded(telemetry));
  }

  @Test
  void aStatusIsTheSeedsDevice() throws IOException {
    DeviceStatus status =
        new DeviceStatus(
            "device_001",
            "temp_001",
            "warehouse_001",
            "online",
            TIME,
            85.0,
            -65.0,
            "1.2.3",
            new DeviceConfiguration(30, new AlertThresholds(5.0, -20.0)),
            null);
    assertEquals(golden("status"), encoded(status));
  }
}
