package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Devices that fall silent, over the whole line.
class SilenceTest extends LineGround {
  @Test
  void silenceAlarmsAfterThreePeriodsAndEndsWithTheNextReading() {
    read(2.5);
    listen(89);
    assertEquals(List.of(), active());
    listen(1);
    assertEquals(Condition.SILENT, active().getFirst().condition());
    pass(Duration.ofSeconds(30));
    read(2.5);
    assertEquals(AlarmState.RETURNED, active().getFirst().state());
  }

  @Test
  void aDeviceThatWasHeardBeforeANightWithoutMonitoringIsNotSilentAtOnce() {
    read(2.5);
    close();
    pass(Duration.ofHours(8));
    open();
    turn();
    assertEquals(List.of(), active());
    listen(90);
    assertEquals(Condition.SILENT, active().getFirst().condition());
  }

  @Test
  void standingStillIsNotTheDevicesSilence() {
    read(2.5);
    listen(1);
    pass(Duration.ofMinutes(10));
    turn();
    assertEquals(List.of(), active());
    listen(90);
    assertEquals(Condition.SILENT, active().getFirst().condition());
  }
}
