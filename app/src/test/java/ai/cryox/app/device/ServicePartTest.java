package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServicePartTest {
  @Test
  void silenceIsOneAlarm() {
    assertEquals(List.of(new AlarmKey("d07", Condition.SILENT)), ServicePart.SILENCE.keys("d07"));
  }

  @Test
  void whatTheSystemRaisesOfItselfIsNoPartOfASensor() {
    assertTrue(
        ServicePart.EVERYTHING.keys("d07").stream()
            .map(AlarmKey::condition)
            .noneMatch(Set.of(Condition.STORE, Condition.TAMPER, Condition.LINK_DOWN)::contains));
  }

  @Test
  void everythingHoldsTheOthersWhichShareNothing() {
    Set<AlarmKey> temperature = new HashSet<>(ServicePart.TEMPERATURE.keys("d07"));
    Set<AlarmKey> silence = new HashSet<>(ServicePart.SILENCE.keys("d07"));
    Set<AlarmKey> all = new HashSet<>(ServicePart.EVERYTHING.keys("d07"));
    assertTrue(all.containsAll(temperature) && all.containsAll(silence));
    assertTrue(temperature.stream().noneMatch(silence::contains));
  }
}
