package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final Instant T0 = Instant.parse("2024-12-01T14:30:00Z");

  private ClassifierMemory memory = ClassifierMemory.EMPTY;
  private final List<Finding> found = new ArrayList<>();

  private void reading(StorageProfile profile, long second, double temperature) {
    Classification result =
        Classifier.classify(profile, memory, T0.plusSeconds(second), temperature);
    memory = result.memory();
    found.addAll(result.findings());
  }

  @Test
  void theSeedsLimitsAreStrict() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 3.0);
    assertEquals(Band.NORMAL, memory.band());
    reading(StorageProfiles.SEED_DEFAULT, 30, 5.0);
    assertEquals(Band.HIGH, memory.band());
    reading(StorageProfiles.SEED_DEFAULT, 60, 5.1);
    assertEquals(Band.HIGH_HIGH, memory.band());
    assertEquals(
        List.of(Severity.WARNING, Severity.CRITICAL),
        found.stream().map(f -> ((Finding.Violated) f).severity()).toList());
  }

  @Test
  void whatStaysIsNotCopiedWithEachReading() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 5.0);
    Map<Level, LimitMemory> before = memory.limits();
    reading(StorageProfiles.SEED_DEFAULT, 30, 5.0);
    assertSame(before, memory.limits());
    assertEquals(T0.plusSeconds(30), memory.newest());
    assertEquals(1, found.size());
    assertThrows(
        UnsupportedOperationException.class, () -> before.put(Level.LOW, LimitMemory.CLEAR));
  }

  @Test
  void minusEighteenIsNormalAndBelowIsCold() {
    reading(StorageProfiles.SEED_DEFAULT, 0, -18.0);
    assertEquals(Band.NORMAL, memory.band());
    reading(StorageProfiles.SEED_DEFAULT, 30, -18.1);
    assertEquals(Band.LOW, memory.band());
    reading(StorageProfiles.SEED_DEFAULT, 60, -20.1);
    assertEquals(Band.LOW_LOW, memory.band());
  }

  @Test
  void freezingAlarmsAtOnceAndIncludesItsLimit() {
    reading(StorageProfiles.REFRIGERATOR, 0, -0.5);
    assertEquals(
        List.of(new Finding.Violated(Condition.LOW, T0, -0.5, Severity.CRITICAL, -0.5)), found);
  }

  @Test
  void aDoorOpenForTwoMinutesSoundsNoAlarm() {
    for (int second = 0; second <= 120; second += 30) {
      reading(StorageProfiles.REFRIGERATOR, second, 9.0);
    }
    reading(StorageProfiles.REFRIGERATOR, 150, 5.0);
    assertTrue(found.isEmpty());
    assertEquals(ClassifierMemory.EMPTY.limits(), memory.limits());
  }

  @Test
  void threeMinutesAboveEightDegreesAlarm() {
    for (int second = 0; second <= 180; second += 30) {
      reading(StorageProfiles.REFRIGERATOR, second, 9.0);
    }
    assertEquals(
        List.of(
            new Finding.Violated(Condition.HIGH, T0.plusSeconds(180), 9.0, Severity.CRITICAL, 8.0)),
        found);
  }

  @Test
  void insideTheDeadbandIsNotBack() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 3.1);
    reading(StorageProfiles.SEED_DEFAULT, 30, 2.9);
    assertEquals(Band.HIGH, memory.band());
    reading(StorageProfiles.SEED_DEFAULT, 60, 2.8);
    assertEquals(Band.NORMAL, memory.band());
    assertEquals(new Finding.Returned(Condition.HIGH, T0.plusSeconds(60), 2.8), found.getLast());
  }

  @Test
  void anOldReadingCannotMoveADelayButAHitIsStillFound() {
    reading(StorageProfiles.SEED_DEFAULT, 60, 1.0);
    reading(StorageProfiles.SEED_DEFAULT, 30, 6.0);
    assertEquals(2, found.size());
    assertTrue(found.getFirst() instanceof Finding.Violated);
    assertTrue(found.getLast() instanceof Finding.Returned);
    assertEquals(Band.NORMAL, memory.band());
  }

  @Test
  void theSameReadingAgainChangesNothing() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 6.0);
    found.clear();
    reading(StorageProfiles.SEED_DEFAULT, 0, 6.0);
    assertTrue(found.isEmpty());
  }

  @Test
  void timeBeyondThirtyDegreesAddsUpOverReturns() {
    StorageProfile shipping = StorageProfiles.WHO_SHIPPING_1;
    long second = 0;
    for (int stretch = 0; stretch < 2; stretch++) {
      for (int minute = 0; minute <= 300; minute += 10, second += 600) {
        reading(shipping, second, 30.0);
      }
      reading(shipping, second, 20.0);
      second += 600;
    }
    assertEquals(List.of(Condition.CUMULATIVE), found.stream().map(Finding::condition).toList());
  }

  @Test
  void aLongSilenceProvesNothingOfACumulativeLimit() {
    reading(StorageProfiles.WHO_SHIPPING_1, 0, 31);
    reading(StorageProfiles.WHO_SHIPPING_1, Duration.ofHours(20).toSeconds(), 31);
    assertTrue(found.isEmpty());
  }

  @Test
  void limitsThatAreTakenAwayReleaseWhatOnlyTheyHeld() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 4.0);
    Classification relimited =
        Classifier.relimit(
            StorageProfiles.SEED_DEFAULT,
            StorageProfiles.SEED_DEFAULT.withThresholds(new AlertThresholds(8.0, 2.0)),
            memory,
            T0,
            4.0);
    assertEquals(List.of(new Finding.Returned(Condition.HIGH, T0, 4.0)), relimited.findings());
    assertEquals(Band.NORMAL, relimited.memory().band());
  }

  @Test
  void otherLimitsForADeviceInRangeChangeNothing() {
    reading(StorageProfiles.SEED_DEFAULT, 0, 1.0);
    Classification relimited =
        Classifier.relimit(
            StorageProfiles.SEED_DEFAULT, StorageProfiles.REFRIGERATOR, memory, T0, 1.0);
    assertEquals(new Classification(memory, List.of()), relimited);
  }
}
