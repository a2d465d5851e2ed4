package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.health.Measure;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What-if and health over what the whole line has stored.
class WhatIfTest {
  @TempDir Path folder;
  private SteppedBackend line;
  private Instant start = Instant.EPOCH;

  @BeforeEach
  void open() {
    line = new SteppedBackend(folder);
    start = line.now;
    for (double temperature : new double[] {2, 6, 6, 2, 9, 9, 9, 2, 4, 4, 2}) {
      line.pass(Duration.ofSeconds(30));
      line.read("a", line.now, temperature);
      line.read("b", line.now, 2);
    }
    line.pass(Duration.ofSeconds(1));
    line.turn();
  }

  @AfterEach
  void close() {
    line.close();
  }

  private WhatIfAnswer ask(Set<String> devices, WhatIf.Change change, WhatIfProgress progress) {
    return line.session()
        .whatIf(new WhatIf(SteppedBackend.FACILITY, devices, change, start, line.now), progress);
  }

  @Test
  void itSaysWhatWouldBeMissed() {
    WhatIf.Change change = new WhatIf.Change.Thresholds(new AlertThresholds(8.0, null));
    WhatIfAnswer answer = ask(Set.of(), change, WhatIfProgress.UNWATCHED);
    assertEquals(22, answer.readings());
    assertEquals(3, answer.raisedNow(), "warnings above 3 °C count, too");
    assertEquals(1, answer.raisedThen());
    assertEquals(2, answer.missed());
    assertEquals(0, answer.fresh());
    assertEquals(2, answer.devices().size());
    assertEquals(6, answer.devices().getFirst().missed().getFirst().peak());
    assertEquals(Duration.ofMinutes(1), answer.beyondThen());
    assertEquals(Duration.ofMinutes(2), answer.beyondNow());
  }

  @Test
  void itSaysWhatWouldBeNew() {
    StorageProfile strict = new StorageProfile("s", "S", Map.of(Level.LOW, Limit.at(3)), List.of());
    WhatIfAnswer answer =
        ask(Set.of("b"), new WhatIf.Change.Profile(strict), WhatIfProgress.UNWATCHED);
    assertEquals(0, answer.raisedNow());
    assertEquals(1, answer.fresh());
    assertEquals(Severity.WARNING, answer.devices().getFirst().fresh().getFirst().severity());
    assertTrue(answer.devices().getFirst().fresh().getFirst().isOpen());
  }

  @Test
  void thresholdsThatPeopleConfiguredGoBeforeAProfileHereToo() {
    line.asking(() ->
        line.session()
            .configure("b", new DeviceConfiguration(null, new AlertThresholds(50.0, null))));
    line.pass(Duration.ofSeconds(1));
    line.turn();
    StorageProfile strict = new StorageProfile("s", "S", Map.of(Level.LOW, Limit.at(3)), List.of());
    WhatIfAnswer answer =
        ask(Set.of("b"), new WhatIf.Change.Profile(strict), WhatIfProgress.UNWATCHED);
    assertEquals(0, answer.raisedThen());
  }

  @Test
  void itTellsHowFarItIsAndCanBeBrokenOff() {
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    WhatIf.Change change = new WhatIf.Change.Thresholds(new AlertThresholds(8.0, null));
    ask(
        Set.of(),
        change,
        (done, of) -> {
          assertEquals(2, of);
          return seen.add(done);
        });
    Collections.sort(seen);
    assertEquals(List.of(1, 2), seen);
    assertThrows(CancellationException.class, () -> ask(Set.of(), change, (done, of) -> false));
  }

  @Test
  void nonsenseIsRefused() {
    WhatIf.Change turned = new WhatIf.Change.Thresholds(new AlertThresholds(1.0, 2.0));
    assertThrows(
        IllegalArgumentException.class, () -> ask(Set.of(), turned, WhatIfProgress.UNWATCHED));
    WhatIf.Change fine = new WhatIf.Change.Thresholds(new AlertThresholds(8.0, null));
    assertThrows(
        IllegalArgumentException.class, () -> ask(Set.of("ghost"), fine, WhatIfProgress.UNWATCHED));
  }

  @Test
  void healthIsMeasuredFromTheJournal() {
    AlarmHealth health =
        line.session().alarmHealth(SteppedBackend.FACILITY, start, line.now.plusSeconds(999));
    assertEquals(line.now, health.until(), "nothing is said of the future");
    assertEquals(3, health.raised());
    assertEquals(3, health.worst().getFirst().count());
    assertEquals(Duration.ofSeconds(70), health.toReturn(), "60, 90 and 60 s");
    assertEquals(0, health.figure(Measure.STALE).value());
    assertEquals(
        0, line.session().alarmHealth("elsewhere", start, line.now).raised(), "facilities apart");
    line.pass(Duration.ofHours(25));
    line.turn();
    AlarmHealth later = line.session().alarmHealth(null, start, line.now);
    assertTrue(later.figure(Measure.STALE).value() >= 1, "nobody acknowledged it");
    assertEquals(start.plusSeconds(60), later.stale().getFirst().since());
    assertThrows(
        IllegalArgumentException.class, () -> line.session().alarmHealth(null, line.now, line.now));
  }
}
