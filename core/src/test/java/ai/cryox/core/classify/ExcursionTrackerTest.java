package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.ExcursionTracker.Waypoint;
import ai.cryox.core.classify.Walks.Step;
import ai.cryox.core.excursion.Excursion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ExcursionTrackerTest {
  private static final Instant START = Instant.parse("2024-12-01T22:00:00Z");
  private static final Duration GAP = Duration.ofMinutes(5);

  private static final StorageProfile WARM =
      new StorageProfile(
          "warm",
          "Warm",
          Map.of(
              Level.HIGH, Limit.at(5).deadband(1).delays(minutes(2), minutes(2)),
              Level.HIGH_HIGH, Limit.at(8).deadband(1)),
          List.of());

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  /// One reading.
  private record At(long time, double temperature) {}

  private static ExcursionTracker tracker(StorageProfile profile, ExcursionMemory memory) {
    return new ExcursionTracker("d", "f", profile, GAP, memory);
  }

  private static List<At> everyMinute(double... temperatures) {
    List<At> readings = new ArrayList<>();
    for (int i = 0; i < temperatures.length; i++) {
      readings.add(new At(START.plus(minutes(i)).toEpochMilli(), temperatures[i]));
    }
    return readings;
  }

  private static List<Excursion> all(ExcursionTracker tracker) {
    List<Excursion> all = new ArrayList<>(tracker.takeEnded());
    all.addAll(tracker.open());
    all.sort(Comparator.comparing(Excursion::start).thenComparing(Excursion::condition));
    return all;
  }

  private static List<Excursion> run(StorageProfile profile, List<At> readings) {
    ExcursionTracker tracker = tracker(profile, ExcursionMemory.EMPTY);
    readings.forEach(at -> tracker.add(at.time(), at.temperature(), false));
    return all(tracker);
  }

  private static Instant minute(int number) {
    return START.plus(minutes(number));
  }

  @Test
  void runsFromTheFirstReadingBeyondToTheFirstPastTheDeadband() {
    List<Excursion> found = run(WARM, everyMinute(4, 6, 7, 9, 6, 4.5, 3, 3, 3, 3));
    assertEquals(1, found.size());
    Excursion one = found.getFirst();
    assertEquals(minute(1), one.start());
    assertEquals(minute(6), one.end());
    assertEquals(minute(4), one.latest());
    assertEquals(9, one.peak());
    assertEquals(minute(3), one.peakAt());
    assertEquals(Severity.CRITICAL, one.severity());
    assertEquals(8, one.limit());
    assertEquals(minutes(3), one.beyond(), "four readings, three minutes between them");
    assertEquals(4, one.readings());
    assertEquals(minutes(5), one.duration());
    assertEquals("warm", one.profileId());
    assertFalse(one.historic());
  }

  @Test
  void isNoneIfItReturnsBeforeItsOnDelay() {
    assertEquals(List.of(), run(WARM, everyMinute(4, 6, 7, 4, 6, 4)));
  }

  @Test
  void isOneWhileItComesBackWithinItsOffDelay() {
    List<Excursion> found = run(WARM, everyMinute(6, 6, 6, 3, 6, 3, 3, 3));
    assertEquals(1, found.size());
    assertEquals(minute(5), found.getFirst().end());
    assertEquals(minutes(2), found.getFirst().beyond());
  }

  @Test
  void notesGapsAndDoesNotCountThemAsTimeBeyond() {
    List<At> readings = new ArrayList<>(everyMinute(6, 6, 6));
    readings.add(new At(minute(62).toEpochMilli(), 6));
    readings.add(new At(minute(63).toEpochMilli(), 6));
    Excursion one = run(WARM, readings).getFirst();
    assertTrue(one.isOpen());
    assertEquals(minutes(3), one.beyond());
    assertEquals(1, one.gaps());
    assertEquals(minutes(60), one.missing());
    assertEquals(minutes(63), one.duration());
  }

  @Test
  void isHistoricOnlyIfAllOfItCameLate() {
    ExcursionTracker tracker = tracker(WARM, ExcursionMemory.EMPTY);
    everyMinute(6, 6, 6).forEach(at -> tracker.add(at.time(), at.temperature(), true));
    assertTrue(tracker.open().getFirst().historic());
    tracker.add(minute(3).toEpochMilli(), 6, false);
    assertFalse(tracker.open().getFirst().historic());
  }

  @Test
  void staysOneAcrossMidnight() {
    double[] warm = new double[300];
    Arrays.fill(warm, 6);
    List<Excursion> found = run(WARM, everyMinute(warm));
    assertEquals(1, found.size());
    assertEquals(minutes(299), found.getFirst().beyond());
  }

  @Test
  void endsWithTheNewestReadingWhenItsLimitIsTakenAway() {
    ExcursionTracker tracker = tracker(WARM, ExcursionMemory.EMPTY);
    everyMinute(6, 6, 6, 6).forEach(at -> tracker.add(at.time(), at.temperature(), false));
    tracker.relimit(
        new StorageProfile("other", "Other", Map.of(Level.LOW, Limit.at(0)), List.of()));
    Excursion one = all(tracker).getFirst();
    assertEquals(minute(3), one.end());
    assertTrue(tracker.isIdle());
  }

  @Test
  void beginsWhenABudgetOfTimeIsUsedUp() {
    StorageProfile budget =
        new StorageProfile(
            "b", "B", Map.of(), List.of(new CumulativeLimit(Side.HIGH, 5, minutes(3))));
    List<Excursion> found = run(budget, everyMinute(6, 6, 4, 6, 6, 6, 7, 4));
    assertEquals(1, found.size());
    Excursion one = found.getFirst();
    assertEquals(Condition.CUMULATIVE, one.condition());
    assertEquals(minute(5), one.start());
    assertEquals(7, one.peak());
    assertTrue(one.isOpen());
  }

  @Test
  void findsChangesThatAreTooFast() {
    StorageProfile fast =
        new StorageProfile("r", "R", Map.of(), List.of(), new RateLimit(1, minutes(2)));
    List<Excursion> found = run(fast, everyMinute(0, 0, 0, 2, 5, 8, 8, 8, 8, 8));
    assertEquals(1, found.size());
    Excursion one = found.getFirst();
    assertEquals(Condition.RATE, one.condition());
    assertEquals(minute(4), one.start(), "2.5 °C a minute over two minutes");
    assertEquals(3.0, one.peak());
    assertFalse(one.isOpen());
  }

  @Property(tries = 500)
  void aTrackerThatIsStoppedAnywhereGoesOnTheSame(
      @ForAll("profiles") StorageProfile profile,
      @ForAll("walks") List<Step> walk,
      @ForAll @IntRange(min = 0, max = 40) int stop) {
    List<At> readings = readings(walk);
    int cut = Math.min(stop, readings.size());
    ExcursionTracker first = tracker(profile, ExcursionMemory.EMPTY);
    readings.subList(0, cut).forEach(at -> first.add(at.time(), at.temperature(), false));
    List<Excursion> found = new ArrayList<>(first.takeEnded());
    ExcursionTracker second = tracker(profile, first.memory());
    readings
        .subList(cut, readings.size())
        .forEach(at -> second.add(at.time(), at.temperature(), false));
    found.addAll(all(second));
    found.sort(Comparator.comparing(Excursion::start).thenComparing(Excursion::condition));
    assertEquals(run(profile, readings), found);
  }

  @Property(tries = 500)
  void aTrackerThatBeginsAtAWaypointFindsTheSame(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    List<At> readings = readings(walk.stream().map(step -> slower(step)).toList());
    ExcursionTracker whole = tracker(profile, ExcursionMemory.EMPTY);
    readings.forEach(at -> whole.add(at.time(), at.temperature(), false));
    List<Excursion> expected = all(whole);
    for (Waypoint waypoint : whole.takeWaypoints()) {
      ExcursionTracker again = tracker(profile, waypoint.memory());
      readings.stream()
          .filter(at -> at.time() >= waypoint.time())
          .forEach(at -> again.add(at.time(), at.temperature(), false));
      List<Excursion> from = all(again);
      assertEquals(
          expected.stream().filter(one -> from.contains(one)).toList(),
          from,
          "nothing else than the whole run found");
      assertEquals(
          expected.stream().filter(one -> one.start().toEpochMilli() >= waypoint.time()).toList(),
          from.stream().filter(one -> one.start().toEpochMilli() >= waypoint.time()).toList());
    }
  }

  /// Some walks last for days.
  private static Step slower(Step step) {
    return new Step(step.gap().multipliedBy(30), step.temperature());
  }

  @Property(tries = 500)
  void thereIsOneForEachTimeThatTheClassifierFindsASideViolated(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    List<At> readings = readings(walk);
    Map<Condition, Integer> expected = new EnumMap<>(Condition.class);
    Map<Condition, Boolean> present = new EnumMap<>(Condition.class);
    ClassifierMemory memory = ClassifierMemory.EMPTY;
    for (At at : readings) {
      Classification next =
          Classifier.classify(profile, memory, Instant.ofEpochMilli(at.time()), at.temperature());
      memory = next.memory();
      for (Finding finding : next.findings()) {
        boolean violated = finding instanceof Finding.Violated;
        if (violated && !present.getOrDefault(finding.condition(), false)) {
          expected.merge(finding.condition(), 1, Integer::sum);
        }
        present.put(finding.condition(), violated);
      }
    }
    Map<Condition, Integer> found = new EnumMap<>(Condition.class);
    for (Excursion one : run(profile, readings)) {
      found.merge(one.condition(), 1, Integer::sum);
      assertFalse(one.beyond().compareTo(one.duration()) > 0, "longer beyond than it lasted");
      assertFalse(one.peakAt().isBefore(one.start()) || one.peakAt().isAfter(one.latest()));
    }
    assertEquals(expected, found);
  }

  @Property(tries = 500)
  void noTwoOfOneConditionOverlap(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    List<Excursion> found = run(profile, readings(walk));
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        assertFalse(
            found.get(i).condition() == found.get(j).condition()
                && found.get(i).overlaps(found.get(j)),
            found.get(i) + " and " + found.get(j));
      }
    }
  }

  private static List<At> readings(List<Step> walk) {
    List<At> readings = new ArrayList<>();
    long time = START.toEpochMilli();
    for (Step step : walk) {
      time += step.gap().toMillis();
      readings.add(new At(time, step.temperature()));
    }
    return readings;
  }

  @Provide
  Arbitrary<StorageProfile> profiles() {
    return Walks.profiles();
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Walks.walks();
  }
}
