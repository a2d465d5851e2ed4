package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendExportTest {
  private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 11, 29, 22, 25, 31);

  @Test
  void aFileIsCalledAfterItsDeviceAndItsEnd() {
    assertEquals(
        "trend-vaccine-fridge-01-2026-11-29-2225",
        TrendExport.name(List.of("Vaccine fridge 01"), UNTIL));
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    assertEquals(
        "trend-etc-kühlraum-3-2026-11-29-2225",
        TrendExport.name(List.of("../etc/Kühlraum: 3*"), UNTIL));
    assertEquals("trend-2026-11-29-2225", TrendExport.name(List.of("…"), UNTIL));
  }

  @Test
  void ofSeveralDevicesItSaysHowMany() {
    assertEquals(
        "trend-2-devices-2026-11-29-2225", TrendExport.name(List.of("Room 1", "Room 2"), UNTIL));
  }
}
