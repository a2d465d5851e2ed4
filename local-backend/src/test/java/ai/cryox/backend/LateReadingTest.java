package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readings that come late, and what they make of excursions.
class LateReadingTest extends WithExcursions {
  @Test
  void aLateReadingInTheMiddleOfALiveExcursionBelongsToIt() {
    live(2, 4, 6);
    Instant missing = line.now.plus(PERIOD);
    line.pass(Duration.ofMinutes(9));
    live(6, 6);
    assertEquals(1, only().gaps());
    int alarms = alarms().size();
    line.read(FRIDGE, missing, 30);
    line.settle();
    assertEquals(30, only().peak());
    assertEquals(missing, only().peakAt());
    assertFalse(only().historic());
    assertEquals(alarms, alarms().size(), "history sounds no alarm");
    assertEquals(6, alarms().getFirst().peak(), "nor moves the live one");
    ReceivedReading newest = line.session().live().latest().devices().getFirst().newest();
    assertNotNull(newest);
    assertEquals(6, newest.reading().temperature());
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
    live(2);
    assertEquals(line.now, only().end());
  }

  @Test
  void aLateReadingCanDivideAnExcursion() {
    live(2, 6, 6);
    Instant between = line.now.plus(PERIOD);
    line.pass(Duration.ofMinutes(9));
    live(6, 6, 2);
    assertEquals(1, line.excursions(FRIDGE).size());
    line.read(FRIDGE, between, 1);
    line.settle();
    assertEquals(2, line.excursions(FRIDGE).size());
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
  }

  @Test
  void aBackFillOpensHistoricExcursionsOnlyAndSoundsNothing() {
    live(2);
    line.send(week(i -> i >= 500 && i < 520 ? 8 : 2));
    line.settle();
    Excursion one = only();
    assertTrue(one.historic());
    assertEquals(20, one.readings());
    assertEquals(Duration.ofSeconds(19 * 30), one.beyond());
    assertEquals(List.of(), alarms());
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
  }

  @Test
  void aBackFillInAnyOrderEndsWithTheExcursionsOfTheSortedStream() {
    live(2, 6);
    Random random = new Random(4);
    List<Reading> readings = new ArrayList<>(week(i -> 3 + 2.5 * Math.sin(i / 40.0)));
    Collections.shuffle(readings, random);
    for (int from = 0; from < readings.size(); from += 250) {
      line.send(readings.subList(from, from + 250));
      if (from % 500 == 0) {
        line.settle();
      }
      if (from == 1000) {
        line.restart();
      }
    }
    live(6);
    line.settle();
    live(2);
    List<Excursion> found = line.excursions(FRIDGE);
    assertTrue(found.size() > 5, found::toString);
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), found);
  }

  @Test
  void whatWasDueWhenTheBackendStoppedIsEvaluatedAfterTheStart() {
    live(2);
    line.send(week(i -> i >= 500 && i < 520 ? 8 : 2));
    assertEquals(List.of(), line.excursions(FRIDGE));
    line.restart();
    line.settle();
    assertTrue(only().historic());
    line.restart();
    line.settle();
    assertEquals(20, only().readings());
  }

  @Test
  void aKillAtAnyMomentOfABackFillLosesNothing(@TempDir Path copies) {
    live(2, 6, 6);
    List<Reading> readings = new ArrayList<>(week(i -> 3 + 2.5 * Math.sin(i / 40.0)));
    Collections.shuffle(readings, new Random(7));
    for (int step = 0; step < 8; step++) {
      line.send(readings.subList(step * 250, step * 250 + 250));
      assertSortedAfterKill(copies.resolve("sent" + step));
      if (step % 3 == 0) {
        line.evaluate();
        assertSortedAfterKill(copies.resolve("evaluated" + step));
        line.turn();
        assertSortedAfterKill(copies.resolve("applied" + step));
      }
    }
  }

  private void assertSortedAfterKill(Path copy) {
    SteppedBackend first = line;
    try (SteppedBackend killed = line.killed(copy)) {
      line = killed;
      live(6);
      line.settle();
      live(2);
      assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
    } finally {
      line = first;
    }
  }

  @Test
  void lateReadingsAreJudgedByTheLimitsThatHeldThen() {
    StorageProfile strict = profile("strict", 5);
    line.asking(() -> line.session().saveProfile(strict));
    live(2);
    line.asking(() -> line.session().assignProfile(FRIDGE, "strict"));
    live(6, 6);
    Instant missing = line.now.plus(PERIOD);
    line.pass(Duration.ofMinutes(10));
    live(4);
    line.asking(() -> line.session().saveProfile(profile("strict", 20)));
    live(9, 9);
    assertEquals(1, line.excursions(FRIDGE).size());
    line.read(FRIDGE, missing, 7);
    line.settle();
    assertEquals(7, only().peak());
    assertEquals(3, only().readings());
  }

  /// Every tenth reading of seven days before now.
  private List<Reading> week(IntToDoubleFunction temperature) {
    List<Reading> readings = new ArrayList<>();
    Instant start = line.now.minus(Duration.ofDays(7));
    for (int i = 0; i < 2000; i++) {
      readings.add(
          Reading.of(
              FRIDGE,
              SteppedBackend.FACILITY,
              start.plus(PERIOD.multipliedBy(i)),
              temperature.applyAsDouble(i)));
    }
    return readings;
  }
}
