package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.Notification;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// Drills: the whole way of an alarm that is none.
class DrillTest extends WithCallouts {
  @Test
  void aDrillGoesTheWholeWayAndTouchesNothingOfTheDevice() {
    site.read(2.0);
    Alarm drill = site.asking(() -> site.callouts().drill("temp_001", 9.4));
    site.send();
    assertEquals(List.of("EMAIL anna", "SMS anna"), site.told());
    assertTrue(site.sent.stream().allMatch(Notification::drill));
    assertTrue(site.sent.stream().allMatch(n -> n.subject().startsWith("ÜBUNG")));
    assertEquals(List.of(), site.session.live().latest().device("temp_001").orElseThrow().alarms());
    site.asking(() -> site.session.alarmActions().acknowledge(List.of(drill.alarmId()), ""));
    assertEquals(List.of(), site.active());
    assertThrows(
        IllegalArgumentException.class,
        () -> refused(() -> site.asking(() -> site.callouts().drill("temp_001", 2.0))));
  }

  @Test
  void aDrillThatIsEndedCallsNobodyMoreAndLeavesNothingBehind() {
    site.read(2.0);
    Alarm drill = site.asking(() -> site.callouts().drill("temp_001", 9.4));
    site.send();
    site.asking(() -> {
      site.callouts().endDrill(drill.alarmId());
      return true;
    });
    assertEquals(List.of(), site.active());
    site.pass(Duration.ofMinutes(40));
    assertEquals(2, site.sent.size());
  }

  private static void refused(Runnable asked) {
    try {
      asked.run();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw failed;
    }
  }
}
