package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static ai.cryox.backend.AlarmFixture.HIGH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do to alarms, over a real file.
class AlarmActionsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private AlarmFixture line;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private Alarm high() {
    return line.alarm(Condition.HIGH);
  }

  private void latch(Condition... conditions) {
    AlarmDesign before = line.session().alarmDesign();
    line.asking(() -> {
      line.session()
          .saveAlarmDesign(
              new AlarmDesign(
                  before.longestShelf(),
                  before.stuckAfter(),
                  Set.of(conditions),
                  before.severities(),
                  before.limits(),
                  before.guidance()));
      return before;
    });
  }

  @Test
  void aLatchedAlarmStaysUntilItWasSeenAndReset() {
    latch(Condition.HIGH);
    line.read(6);
    line.readEach(2);
    assertEquals(AlarmState.LATCHED_UNACKNOWLEDGED, high().state());
    String id = high().alarmId();
    assertEquals(List.of(), line.act(actions -> actions.reset(List.of(id), "")));
    line.act(actions -> actions.acknowledge(List.of(id), "seen"));
    assertEquals(AlarmState.LATCHED, high().state());
    line.restart();
    assertEquals(AlarmState.LATCHED, high().state());
    Alarm reset = line.act(actions -> actions.reset(List.of(id), "goods checked")).getFirst();
    assertEquals(AlarmState.NORMAL, reset.state());
    assertEquals(List.of(), line.active());
    assertEquals("goods checked", line.session().journal(id).getLast().comment());
  }

  @Test
  void aShelvedAlarmIsRecordedAndComesBackUnacknowledgedWhenItsTimeIsUp() {
    line.read(4);
    Alarm shelved =
        line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "defrosting")).getFirst();
    assertEquals(AlarmState.SHELVED, shelved.state());
    line.readEach(4.5, 7);
    assertEquals(AlarmState.SHELVED, high().state());
    assertEquals(7, high().peak(), 1e-9);
    assertEquals(Severity.CRITICAL, high().worstSeverity());
    line.pass(HOUR);
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertNull(high().hold());
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.SHELVE, AlarmEvent.ROSE, AlarmEvent.SHELF_ENDED),
        line.events(high()));
  }

  @Test
  void aShelfTimeThatRanOutWhileTheBackendWasOffEndsAtOnceAndSaysSo() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "maintenance"));
    line.stop();
    line.pass(Duration.ofHours(3));
    line.start();
    assertEquals(AlarmState.SHELVED, high().state());
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    AlarmChange last = line.session().journal(high().alarmId()).getLast();
    assertTrue(last.comment().contains("was off"), last.comment());
    assertEquals(Duration.ofHours(2), Duration.between(last.time(), last.at()));
  }

  @Test
  void aShelfEndThatIsStillToComeIsArmedAgainAtTheStart() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "maintenance"));
    line.restart();
    line.pass(HOUR.minusSeconds(1));
    line.turn();
    assertEquals(AlarmState.SHELVED, high().state());
    line.pass(Duration.ofSeconds(1));
    line.turn();
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertEquals("", line.session().journal(high().alarmId()).getLast().comment());
  }

  @Test
  void whoeverTakesAnAlarmFromTheShelfHasSeenIt() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "defrosting"));
    line.act(actions -> actions.unshelve(List.of(HIGH), "over"));
    assertEquals(AlarmState.ACKNOWLEDGED, high().state());
    assertEquals("anna", high().acknowledgedBy());
  }

  @Test
  void anAlarmThatIsNormalCanBePutAsideAndIsQuietWhenItComes() {
    line.read(2);
    Alarm aside =
        line.act(actions -> actions.takeOutOfService(List.of(HIGH), "being washed")).getFirst();
    assertEquals(0, aside.occurrences());
    line.readEach(9);
    assertEquals(AlarmState.OUT_OF_SERVICE, high().state());
    assertTrue(high().isConditionPresent());
    assertEquals(1, high().occurrences());
    line.restart();
    line.act(actions -> actions.returnToService(List.of(HIGH), "clean"));
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertEquals(aside.alarmId(), high().alarmId());
  }

  @Test
  void whatWasPutAsideAndNeverCameIsNormalAgainAndTheNextAlarmIsAnotherOne() {
    line.read(2);
    String first =
        line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "loading")).getFirst().alarmId();
    line.act(actions -> actions.unshelve(List.of(HIGH), ""));
    assertEquals(List.of(), line.active());
    line.readEach(6);
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertTrue(!first.equals(high().alarmId()));
    assertEquals(2, line.session().journal(first).size());
  }

  @Test
  void ofTwoWhoDoTheSameAtOnceOneGetsTheAlarm() {
    line.read(6);
    String id = high().alarmId();
    List<Function<AlarmActions, List<Alarm>>> kinds =
        List.of(
            actions -> actions.acknowledge(List.of(id), ""),
            actions -> actions.shelve(List.of(HIGH), HOUR, "both"),
            actions -> actions.unshelve(List.of(HIGH), ""),
            actions -> actions.takeOutOfService(List.of(HIGH), "both"),
            actions -> actions.returnToService(List.of(HIGH), ""));
    for (Function<AlarmActions, List<Alarm>> kind : kinds) {
      int lines = line.session().journal(id).size();
      List<List<Alarm>> won = atOnce(kind);
      assertEquals(1, won.stream().filter(changed -> changed.size() == 1).count());
      assertEquals(1, won.stream().filter(List::isEmpty).count());
      assertEquals(lines + 1, line.session().journal(id).size());
    }
  }

  private List<List<Alarm>> atOnce(Function<AlarmActions, List<Alarm>> action) {
    List<CompletableFuture<List<Alarm>>> answers = new ArrayList<>();
    for (String who : List.of("anna", "bo")) {
      AlarmActions actions = line.backend().signIn(new SignIn.Desk(who)).alarmActions();
      answers.add(CompletableFuture.supplyAsync(() -> action.apply(actions)));
    }
    while (!answers.stream().allMatch(CompletableFuture::isDone)) {
      line.turn();
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    line.read(6);
    AlarmActions actions = line.session().alarmActions();
    refused("Say why", () -> actions.shelve(List.of(HIGH), HOUR, " "));
    refused("for some time", () -> actions.shelve(List.of(HIGH), Duration.ZERO, "x"));
    refused("480 minutes", () -> actions.shelve(List.of(HIGH), Duration.ofHours(9), "x"));
    AlarmKey nowhere = new AlarmKey("nobody", Condition.HIGH);
    refused("no nobody", () -> actions.shelve(List.of(HIGH, nowhere), HOUR, "x"));
    refused("Say why", () -> actions.takeOutOfService(List.of(HIGH), ""));
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    assertEquals(1, line.session().journal(high().alarmId()).size());
  }

  private void refused(String word, Runnable action) {
    CompletableFuture<Void> answer = CompletableFuture.runAsync(action);
    while (!answer.isDone()) {
      line.turn();
    }
    Throwable problem = assertThrows(CompletionException.class, answer::join).getCause();
    assertTrue(problem instanceof IllegalArgumentException, String.valueOf(problem));
    String said = String.valueOf(problem.getMessage());
    assertTrue(said.contains(word), said);
  }

  @Test
  void acknowledgingWhatIsHeldDoesNothing() {
    line.read(6);
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "x"));
    assertEquals(
        List.of(), line.act(actions -> actions.acknowledge(List.of(high().alarmId()), "")));
  }

  @Test
  void aShelvedReportOfADeviceIsOverOnceSomebodyTookItBack() {
    line.send(
        FRIDGE,
        new DeviceAlert(
            "a1",
            FRIDGE,
            AlarmFixture.FACILITY,
            line.instant(),
            Severity.CRITICAL,
            "jammed",
            null));
    AlarmKey key = new AlarmKey(FRIDGE, Condition.DEVICE_REPORTED);
    line.act(actions -> actions.shelve(List.of(key), HOUR, "known"));
    line.act(actions -> actions.unshelve(List.of(key), "mended"));
    assertEquals(List.of(), line.active());
  }

  @Test
  void limitsThatChangeUnderAnAlarmChangeItHonestly() {
    line.read(6);
    assertEquals(Severity.CRITICAL, high().severity());
    limits(5.5, null);
    assertEquals(5.5, high().limit(), 1e-9);
    assertEquals(AlarmState.UNACKNOWLEDGED, high().state());
    limits(8.0, null);
    line.readEach(6);
    assertEquals(AlarmState.RETURNED, high().state());
    line.readEach(9);
    line.profile("seed-default");
    assertEquals(Severity.CRITICAL, high().severity());
    limits(null, -30.0);
    assertEquals(AlarmState.RETURNED, high().state());
  }

  private void limits(@Nullable Double high, @Nullable Double low) {
    DeviceConfiguration wanted = new DeviceConfiguration(30, new AlertThresholds(high, low));
    line.asking(() -> line.session().configure(FRIDGE, wanted));
  }

  @Test
  void everyTransitionIsALineOfTheJournalAndOneOfTheAuditTrail() {
    line.read(6);
    String id = high().alarmId();
    line.act(actions -> actions.shelve(List.of(HIGH), HOUR, "why not"));
    line.act(actions -> actions.takeOutOfService(List.of(HIGH), "longer"));
    line.act(actions -> actions.returnToService(List.of(HIGH), ""));
    line.act(actions -> actions.acknowledge(List.of(id), "seen"));
    line.readEach(2);
    List<String> audited = AuditLines.of(folder, id);
    assertEquals(
        List.of(
            "cryox alarm.violated",
            "anna alarm.shelve",
            "anna alarm.take_out_of_service",
            "anna alarm.return_to_service",
            "anna alarm.acknowledge",
            "cryox alarm.went_back"),
        audited);
    assertEquals(audited.size(), line.session().journal(id).size());
  }

  @Test
  void fiveHundredShelvesThatEndTogetherComeBackAtOnceAndNoMoreThanThat() {
    List<AlarmKey> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add(new AlarmKey("temp_%03d".formatted(i), Condition.HIGH));
      line.read(keys.getLast().deviceId(), 6);
    }
    assertEquals(500, line.act(actions -> actions.shelve(keys, HOUR, "power test")).size());
    line.pass(HOUR);
    line.turn();
    List<Alarm> back =
        line.active().stream().filter(alarm -> alarm.condition() == Condition.HIGH).toList();
    assertEquals(500, back.size());
    for (Alarm alarm : back) {
      assertEquals(AlarmState.UNACKNOWLEDGED, alarm.state());
    }
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.SHELVE, AlarmEvent.SHELF_ENDED),
        line.events(back.getFirst()));
    line.turn();
    assertEquals(3, line.session().journal(back.getFirst().alarmId()).size());
  }

  @Test
  void theDesignIsKeptAuditedAndRefusedIfItMakesNoSense() {
    latch(Condition.LOW);
    AlarmDesign saved = line.session().alarmDesign();
    line.restart();
    assertEquals(saved, line.session().alarmDesign());
    AlarmDesign nonsense =
        new AlarmDesign(
            HOUR, HOUR, Set.of(), Map.of(Condition.HIGH, Severity.WARNING), Map.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> line.session().saveAlarmDesign(nonsense));
    assertEquals(List.of("anna alarm.design"), AuditLines.of(folder, "latching=[LOW]"));
  }
}
