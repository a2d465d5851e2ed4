package ai.cryox.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth.Chatter;
import ai.cryox.core.health.AlarmHealth.Flood;
import ai.cryox.core.health.AlarmHealth.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HealthMeterTest {
  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(10));
  private final HealthMeter meter = new HealthMeter(START, END);

  private static AlarmKey key(String device) {
    return new AlarmKey(device, Condition.HIGH);
  }

  private void tell(
      String device, AlarmEvent event, AlarmState from, AlarmState to, Severity how, Instant at) {
    meter.take(
        key(device), new AlarmChange(device + "_1", at, at, event, from, to, how, 9, "", "", null));
  }

  private void raise(String device, Instant at) {
    tell(
        device,
        AlarmEvent.VIOLATED,
        AlarmState.NORMAL,
        AlarmState.UNACKNOWLEDGED,
        Severity.WARNING,
        at);
  }

  private void endOf(String device, Instant at) {
    tell(
        device,
        AlarmEvent.WENT_BACK,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.RETURNED,
        Severity.WARNING,
        at);
  }

  private static Instant second(int number) {
    return START.plusSeconds(number);
  }

  @Test
  void nothingHappenedIsGoodAndDividesByNothing() {
    AlarmHealth health = meter.health(List.of());
    assertEquals(0, health.raised());
    assertEquals(Verdict.GOOD, health.figure(Measure.PER_HOUR).verdict());
    assertEquals(Verdict.UNKNOWN, health.figure(Measure.TOP_SOURCE).verdict());
    assertNull(health.toAcknowledge());
    assertNull(health.toReturn());
    assertEquals(Measure.values().length, health.figures().size());
  }

  @Test
  void aFloodRunsFromTenInTenMinutesUntilFewerThanFive() {
    for (int i = 0; i < 12; i++) {
      raise("d" + i, second(60 + i * 30));
    }
    AlarmHealth health = meter.health(List.of());
    Instant eighth = second(60 + 7 * 30);
    assertEquals(
        List.of(new Flood(second(60), eighth.plus(Duration.ofMinutes(10)), 12, 12)),
        health.floods());
    assertEquals(12, health.figure(Measure.PEAK).value());
    assertEquals(Verdict.POOR, health.figure(Measure.PEAK).verdict());
    double minutes = 10 + 3.5;
    assertEquals(100 * minutes / 600, health.figure(Measure.FLOOD_TIME).value(), 1e-9);
  }

  @Test
  void aHundredThousandCallsInAMomentAreCounted() {
    for (int i = 0; i < 100_000; i++) {
      raise("d" + i, START.plusMillis(i));
    }
    assertEquals(100_000, meter.health(List.of()).figure(Measure.PEAK).value());
  }

  @Test
  void nineInTenMinutesAreNoFlood() {
    for (int i = 0; i < 40; i++) {
      raise("d" + i, second(i * 67));
    }
    assertEquals(List.of(), meter.health(List.of()).floods());
  }

  @Test
  void aFloodThatLastsEndsWithThePeriod() {
    for (int i = 0; i < 10; i++) {
      raise("d" + i, END.minusSeconds(10 - i));
    }
    assertEquals(END, meter.health(List.of()).floods().getFirst().end());
  }

  @Test
  void threeTransitionsInAMinuteChatter() {
    raise("door", second(0));
    endOf("door", second(20));
    raise("door", second(40));
    endOf("door", second(59));
    raise("calm", second(0));
    endOf("calm", second(50));
    raise("calm", second(61));
    AlarmHealth health = meter.health(List.of());
    assertEquals(List.of(new Chatter(key("door"), 1, 4)), health.chattering());
    assertEquals(1, health.figure(Measure.CHATTERING).value());
  }

  @Test
  void timesAreMeansFromTheCallAndFromTheCondition() {
    raise("a", second(0));
    tell(
        "a",
        AlarmEvent.ACKNOWLEDGE,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.ACKNOWLEDGED,
        Severity.WARNING,
        second(60));
    endOf("a", second(300));
    raise("b", second(0));
    tell(
        "b",
        AlarmEvent.ACKNOWLEDGE,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.ACKNOWLEDGED,
        Severity.WARNING,
        second(180));
    AlarmHealth health = meter.health(List.of());
    assertEquals(Duration.ofMinutes(2), health.toAcknowledge());
    assertEquals(Duration.ofMinutes(5), health.toReturn());
  }

  @Test
  void whatIsPutAsideCallsNobodyAndARiseCallsAgain() {
    tell(
        "shelved",
        AlarmEvent.VIOLATED,
        AlarmState.SHELVED,
        AlarmState.SHELVED,
        Severity.WARNING,
        second(0));
    tell(
        "shelved",
        AlarmEvent.SHELVE,
        AlarmState.SHELVED,
        AlarmState.SHELVED,
        Severity.WARNING,
        second(1));
    raise("a", second(2));
    tell(
        "a",
        AlarmEvent.ROSE,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.UNACKNOWLEDGED,
        Severity.CRITICAL,
        second(3));
    AlarmHealth health = meter.health(List.of());
    assertEquals(2, health.raised());
    assertEquals(1, health.shelved());
    assertEquals(Map.of(Severity.WARNING, 1, Severity.CRITICAL, 1), health.bySeverity());
  }

  @Test
  void theWorstSourcesComeFirstAndNoMoreThanTen() {
    for (int i = 0; i < 30; i++) {
      raise(i < 15 ? "worst" : "d" + i, second(i * 1_000));
    }
    AlarmHealth health = meter.health(List.of());
    assertEquals(10, health.worst().size());
    assertEquals(new Source(key("worst"), 15, 0.5), health.worst().getFirst());
    assertEquals(Verdict.POOR, health.figure(Measure.TOP_SOURCE).verdict());
    assertEquals(3.0, health.figure(Measure.PER_HOUR).value(), 1e-9);
    assertEquals(Verdict.GOOD, health.figure(Measure.PER_HOUR).verdict());
  }
}
