package ai.cryox.backend;

import static ai.cryox.backend.AlarmFixture.FRIDGE;
import static ai.cryox.backend.AlarmFixture.HIGH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people do to alarms, over a real file.
class AlarmActionsTest extends OperatorGround {
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
