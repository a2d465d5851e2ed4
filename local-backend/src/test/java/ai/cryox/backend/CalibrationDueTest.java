package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calibrations that run out raise their alarm, a month before and on the day.
class CalibrationDueTest {
  @TempDir Path folder;
  private AlarmFixture line;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
    line.read(2.5);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private void calibrate(String certificate, String due) {
    line.asking(() ->
        line.backend()
            .control("anna")
            .call(
                "calibration/add",
                Map.of(
                    "deviceId",
                    FRIDGE,
                    "certificate",
                    certificate,
                    "calibratedOn",
                    "2025-04-15",
                    "dueOn",
                    due)));
    look();
  }

  private void look() {
    line.pass(Duration.ofMinutes(1));
    line.turn();
    line.pass(Duration.ofMinutes(1));
    line.turn();
  }

  private Alarm alarm() {
    return line.alarm(Condition.CALIBRATION_DUE);
  }

  @Test
  void itIsToldAMonthBeforeAndAgainOnTheDay() {
    calibrate("C-1", "2026-04-15");
    assertTrue(line.isQuiet(Condition.CALIBRATION_DUE), "six weeks before");
    line.pass(Duration.ofDays(13));
    look();
    assertTrue(line.isQuiet(Condition.CALIBRATION_DUE), "a month and a day before");
    line.pass(Duration.ofDays(1));
    look();
    Alarm soon = alarm();
    assertEquals("The calibration C-1 of 2025-04-15 runs out on 2026-04-15.", soon.message());
    line.pass(Duration.ofDays(20));
    look();
    assertEquals(soon.alarmId(), alarm().alarmId());
    assertEquals(soon.raisedAt(), alarm().raisedAt(), "it is told once");
    line.pass(Duration.ofDays(12));
    look();
    assertTrue(alarm().message().contains("ran out on 2026-04-15"), alarm().message());
    assertNotEquals(soon.raisedAt(), alarm().raisedAt());
  }

  @Test
  void aNewCalibrationEndsIt() {
    calibrate("C-1", "2026-03-02");
    assertTrue(alarm().isConditionPresent());
    calibrate("C-2", "2027-03-02");
    assertFalse(
        line.alarm(FRIDGE, Condition.CALIBRATION_DUE)
            .filter(Alarm::isConditionPresent)
            .isPresent());
  }

  @Test
  void aRestartRepeatsNothingAndForgetsNothing() {
    calibrate("C-1", "2026-03-20");
    Alarm before = alarm();
    line.restart();
    look();
    assertEquals(before.raisedAt(), alarm().raisedAt());
    line.stop();
    line.pass(Duration.ofDays(25));
    line.start();
    look();
    look();
    assertTrue(alarm().message().contains("ran out"), alarm().message());
  }
}
