package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcursionTest {
  private static final String FRIDGE = "temp_001";
  private static final Duration PERIOD = Duration.ofSeconds(30);

  @TempDir Path folder;
  private SteppedBackend line;

  @BeforeEach
  void open() {
    line = new SteppedBackend(folder);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private void live(double... temperatures) {
    for (double temperature : temperatures) {
      line.pass(PERIOD);
      line.read(FRIDGE, line.now, temperature);
    }
  }

  private Excursion only() {
    List<Excursion> found = line.excursions(FRIDGE);
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  private List<Alarm> alarms() {
    return line.session().live().latest().alarms().stream()
        .filter(alarm -> alarm.condition() == Condition.HIGH || alarm.condition() == Condition.LOW)
        .toList();
  }

  /// What a tracker finds that gets all of a device's stored readings in order.
  private List<Excursion> sorted(String device, StorageProfile limits) {
    ExcursionTracker tracker =
        new ExcursionTracker(
            device, SteppedBackend.FACILITY, limits, PERIOD.multipliedBy(3), ExcursionMemory.EMPTY);
    String token = null;
    do {
      var page =
          line.session()
              .readings(
                  ReadingQuery.ofDevice(device, Instant.EPOCH, line.now.plusSeconds(3600)),
                  new PageRequest(10_000, token));
      page.items()
          .forEach(one ->
              tracker.add(
                  one.reading().time().toEpochMilli(), one.reading().temperature(), one.late()));
      token = page.continuationToken();
    } while (token != null);
    List<Excursion> all = new ArrayList<>(tracker.takeEnded());
    all.addAll(tracker.open());
    all.sort(newestFirst());
    return all;
  }

  private static Comparator<Excursion> newestFirst() {
    return Comparator.comparing(Excursion::start).thenComparing(Excursion::condition).reversed();
  }

  @Test
  void aLiveExcursionIsStoredFromItsBeginningToItsEnd() {
    live(2, 4, 6, 7);
    Excursion open = only();
    assertTrue(open.isOpen());
    assertEquals(Severity.CRITICAL, open.severity());
    Instant start = open.start();
    live(6, 2);
    Excursion over = only();
    assertEquals(start, over.start());
    assertEquals(line.now, over.end());
    assertEquals(7, over.peak());
    assertEquals(4, over.readings());
    assertEquals(Duration.ofSeconds(90), over.beyond());
    assertFalse(over.historic());
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
  }

  @Test
  void aRestartInTheMiddleOfOneChangesNothing() {
    live(2, 4, 6);
    live(6, 9, 6);
    line.restart();
    live(6);
    line.restart();
    live(6, 2, 2);
    assertEquals(sorted(FRIDGE, StorageProfiles.SEED_DEFAULT), line.excursions(FRIDGE));
    assertEquals(9, only().peak());
    assertEquals(7, only().readings());
  }

  @Test
  void oneStaysOneAcrossMidnightAndRestarts() {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 12; i++) {
        line.pass(Duration.ofMinutes(5));
        line.read(FRIDGE, line.now, 6 + i / 10.0);
      }
      if (hour % 7 == 0) {
        line.restart();
      }
    }
    assertEquals(24 * 12, only().readings());
    assertTrue(only().isOpen());
    assertEquals(24 * 12 - 1, only().gaps(), "five minutes are a gap at 30 s a reading");
  }

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

  private static StorageProfile profile(String id, double high) {
    return new StorageProfile(
        id, "Mine", Map.of(Level.HIGH_HIGH, Limit.at(high).deadband(0.5)), List.of());
  }

  @Test
  void aProfileEditedWhileItsAlarmIsActiveHoldsAtOnce() {
    line.asking(() -> line.session().saveProfile(profile("mine", 5)));
    live(2);
    line.asking(() -> line.session().assignProfile(FRIDGE, "mine"));
    live(7, 7);
    assertEquals(1, alarms().size());
    assertTrue(alarms().getFirst().isConditionPresent());
    line.asking(() -> line.session().saveProfile(profile("mine", 10)));
    live(7);
    assertFalse(alarms().getFirst().isConditionPresent(), "7 °C is allowed now");
    assertFalse(only().isOpen());
    StorageProfile none =
        new StorageProfile("mine", "Mine", Map.of(Level.LOW, Limit.at(0)), List.of());
    live(11);
    assertEquals(2, line.excursions(FRIDGE).size());
    line.asking(() -> line.session().saveProfile(none));
    assertFalse(alarms().getFirst().isConditionPresent(), "there is no such limit any more");
    assertFalse(line.excursions(FRIDGE).getFirst().isOpen());
    assertEquals(
        none, line.session().live().latest().devices().getFirst().limits(), "seen at once");
  }

  @Test
  void profilesThatPeopleMadeSurviveAStartAndOnesInUseCannotBeRemoved() {
    live(2);
    line.asking(() -> line.session().saveProfile(profile("mine", 5)));
    line.asking(() -> line.session().assignProfile(FRIDGE, "mine"));
    line.restart();
    assertEquals(profile("mine", 5), line.session().profiles().getLast());
    assertEquals(profile("mine", 5), line.session().live().latest().devices().getFirst().limits());
    assertRefused(
        "'Mine' is the profile of temp_001. Give it another one first.",
        () -> line.session().removeProfile("mine"));
    line.asking(() -> line.session().assignProfile(FRIDGE, null));
    line.asking(() -> {
      line.session().removeProfile("mine");
      return true;
    });
    assertEquals(StorageProfiles.all(), line.session().profiles());
    line.restart();
    assertEquals(StorageProfiles.all(), line.session().profiles());
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    live(2);
    Device lost =
        Device.unconfirmed(FRIDGE, SteppedBackend.FACILITY, line.now).withProfile("nothing");
    assertRefused("There is no storage profile 'nothing'.", () -> line.session().register(lost));
    assertRefused(
        "'Seed default' comes with the program and cannot be changed. Copy it under another name.",
        () -> line.session().saveProfile(StorageProfiles.SEED_DEFAULT));
    assertRefused(
        "The low limit (9.0 °C) must be below the high limit (5.0 °C).",
        () ->
            line.session()
                .saveProfile(
                    new StorageProfile(
                        "x",
                        "X",
                        Map.of(Level.LOW, Limit.at(9), Level.HIGH, Limit.at(5)),
                        List.of())));
    assertRefused(
        "There is no storage profile 'nothing'.",
        () -> line.session().assignProfile(FRIDGE, "nothing"));
    assertRefused("There is no device 'ghost'.", () -> line.session().assignProfile("ghost", null));
    assertRefused(
        "There is no storage profile 'nothing'.", () -> line.session().removeProfile("nothing"));
  }

  private void assertRefused(String sentence, Runnable change) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                line.asking(() -> {
                  change.run();
                  return true;
                }));
    assertEquals(sentence, refused.getMessage());
  }

  @Test
  void pagesListEveryExcursionOnceAndForgetNone() {
    live(2);
    for (int i = 0; i < 25; i++) {
      live(8, 2);
    }
    ExcursionQuery query =
        new ExcursionQuery(SteppedBackend.FACILITY, null, Instant.EPOCH, line.now);
    List<Excursion> all = new ArrayList<>();
    Page<Excursion> page = line.session().excursions(query, PageRequest.first(10));
    String second = page.continuationToken();
    assertNotNull(second);
    all.addAll(page.items());
    while (page.continuationToken() != null) {
      page = line.session().excursions(query, new PageRequest(10, page.continuationToken()));
      all.addAll(page.items());
    }
    assertEquals(line.excursions(FRIDGE), all);
    assertEquals(25, all.size());
    ExcursionQuery other = new ExcursionQuery(null, "ghost", Instant.EPOCH, line.now);
    assertEquals(List.of(), line.session().excursions(other, PageRequest.first(10)).items());
    assertThrows(
        BadTokenException.class,
        () -> line.session().excursions(other, new PageRequest(10, second)));
    Instant middle = all.get(12).start();
    ExcursionQuery half = new ExcursionQuery(null, FRIDGE, middle, middle.plusMillis(1));
    assertEquals(
        List.of(all.get(12)), line.session().excursions(half, PageRequest.first(10)).items());
  }

  @Test
  void aDeviceOfWhichNothingIsKnownHasNone() {
    Device device = Device.unconfirmed("quiet", SteppedBackend.FACILITY, line.now);
    line.asking(() -> {
      line.session().register(device);
      return true;
    });
    assertEquals(List.of(), line.excursions("quiet"));
    assertNull(device.profileId());
  }
}
