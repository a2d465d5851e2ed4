package ai.cryox.core.escalation;

import static ai.cryox.core.escalation.ChannelKind.DESKTOP;
import static ai.cryox.core.escalation.ChannelKind.EMAIL;
import static ai.cryox.core.escalation.ChannelKind.SMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationRulesTest {
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");
  private static final Person ANNA = person("anna", "operator");
  private static final Person SVEN = person("sven", Person.SUPERVISOR);
  private static final Person MONA = person("mona", Person.MANAGER);
  private static final Set<ChannelKind> ALL = EnumSet.of(DESKTOP, EMAIL, SMS);

  private final CalloutPlan plan = plan(List.of(ANNA, SVEN, MONA), WeeklyHours.always());
  private final EscalationRules rules = new EscalationRules(plan, ALL, START);

  private static Person person(String id, String role) {
    return new Person(id, id, role, "en", Map.of(EMAIL, id + "@cold.example", SMS, "+4930123456"));
  }

  private static CalloutPlan plan(List<Person> persons, WeeklyHours hours) {
    CalloutPlan usual = CalloutPlan.usual(ZoneOffset.UTC);
    Roster roster =
        new Roster(
            CalloutPlan.MAIN_ROSTER,
            "On call",
            ZoneOffset.UTC,
            List.of(new Shift(hours, List.of("anna"))),
            List.of(),
            null);
    return new CalloutPlan(
        persons, List.of(roster), usual.policies(), List.of(), null, usual.daily());
  }

  private static Alarm alarm(Severity severity, AlarmState state) {
    return new Alarm(
        "a1",
        "temp_001",
        "warehouse_001",
        Condition.HIGH,
        severity,
        severity,
        new AlarmLife(state, state, false),
        9,
        5,
        9,
        START,
        START,
        null,
        null,
        null,
        "",
        "",
        1,
        null);
  }

  private static AlarmChange change(
      Instant at, AlarmEvent event, AlarmState from, AlarmState to, Severity severity) {
    return new AlarmChange("a1", at, at, event, from, to, severity, 9, "", "", null);
  }

  private @Nullable Escalation move(
      @Nullable Escalation running, Instant at, AlarmEvent event, AlarmState from, AlarmState to) {
    return rules.moved(
        running,
        alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED),
        change(at, event, from, to, Severity.CRITICAL));
  }

  private Escalation begun() {
    Escalation begun =
        move(null, START, AlarmEvent.VIOLATED, AlarmState.NORMAL, AlarmState.UNACKNOWLEDGED);
    assertNotNull(begun);
    return begun;
  }

  private EscalationRules.Due due(Escalation running, Instant now) {
    return rules.due(running, alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED), now);
  }

  private static List<String> who(EscalationRules.Due due) {
    return due.calls().stream()
        .map(call -> call.channel() + (call.person() == null ? "" : " " + call.person().personId()))
        .toList();
  }

  @Test
  void aCriticalAlarmCallsTheOneOnCallAtOnceByAllChannels() {
    EscalationRules.Due first = due(begun(), START);
    assertEquals(List.of("DESKTOP", "EMAIL anna", "SMS anna"), who(first));
    assertTrue(first.next().sounding());
    assertFalse(first.nobody());
    assertEquals(START.plus(Duration.ofMinutes(5)), first.next().nextAt());
    assertEquals("anna", first.next().nextWhom());
  }

  @Test
  void whoeverIsNextIsCalledWhenNobodyAcknowledges() {
    Escalation running = due(begun(), START).next();
    running = due(running, START.plus(Duration.ofMinutes(5))).next();
    assertTrue(running.nextWhom().contains("sven"), running.nextWhom());
    EscalationRules.Due ten = due(running, START.plus(Duration.ofMinutes(10)));
    assertEquals(List.of("DESKTOP", "EMAIL anna", "SMS anna", "EMAIL sven", "SMS sven"), who(ten));
    running = ten.next();
    for (int minute = 15; minute < 30; minute += 5) {
      running = due(running, START.plus(Duration.ofMinutes(minute))).next();
    }
    assertTrue(who(due(running, START.plus(Duration.ofMinutes(30)))).contains("SMS mona"));
  }

  @Test
  void itEndsAfterTheLastRepetition() {
    Escalation running = begun();
    int calls = 0;
    for (Instant at = running.nextAt(); at != null; at = running.nextAt()) {
      EscalationRules.Due due = due(running, at);
      calls += due.calls().size();
      running = due.next();
    }
    assertEquals(13 * 3 + 2 + 2, calls);
  }

  @Test
  void acknowledgingShelvingAndSuppressingEndIt() {
    Escalation running = due(begun(), START).next();
    for (AlarmState state :
        List.of(
            AlarmState.ACKNOWLEDGED,
            AlarmState.NORMAL,
            AlarmState.SHELVED,
            AlarmState.SUPPRESSED,
            AlarmState.OUT_OF_SERVICE)) {
      assertNull(
          move(running, START, AlarmEvent.ACKNOWLEDGE, AlarmState.UNACKNOWLEDGED, state),
          state.name());
    }
  }

  @Test
  void aLatchedAlarmThatWasSeenIsNotRepeatedButStillEscalatesUntilItIsReset() {
    Escalation running = due(begun(), START).next();
    Escalation seen =
        move(
            running,
            START.plusSeconds(60),
            AlarmEvent.ACKNOWLEDGE,
            AlarmState.LATCHED_UNACKNOWLEDGED,
            AlarmState.LATCHED);
    assertNotNull(seen);
    assertFalse(seen.sounding());
    assertEquals(START.plus(Duration.ofMinutes(10)), seen.nextAt());
    assertNull(
        move(seen, START.plusSeconds(90), AlarmEvent.RESET, AlarmState.LATCHED, AlarmState.NORMAL));
  }

  @Test
  void sixtyFlapsAreOneCallAndOneSummary() {
    Escalation running = due(begun(), START).next();
    Instant at = START;
    for (int i = 0; i < 60; i++) {
      at = at.plusSeconds(2);
      running =
          move(running, at, AlarmEvent.WENT_BACK, AlarmState.UNACKNOWLEDGED, AlarmState.RETURNED);
      running =
          move(running, at, AlarmEvent.VIOLATED, AlarmState.RETURNED, AlarmState.UNACKNOWLEDGED);
      assertNotNull(running);
      assertEquals(List.of(), who(due(running, at)));
    }
    assertEquals(60, running.flaps());
    EscalationRules.Due summary = due(running, START.plusSeconds(602));
    List<Call> told =
        summary.calls().stream().filter(c -> c.occasion() == Call.Occasion.SUMMARY).toList();
    assertEquals(List.of(EMAIL, SMS), told.stream().map(Call::channel).toList());
    assertEquals(0, summary.next().flaps());
    assertNull(summary.next().summaryAt());
  }

  @Test
  void aWorseSeverityBeginsAnewByItsOwnPolicy() {
    Alarm warning = alarm(Severity.WARNING, AlarmState.UNACKNOWLEDGED);
    Escalation mild = rules.begun(warning, START);
    assertNotNull(mild);
    assertEquals("warning", mild.policyId());
    Instant later = START.plusSeconds(30);
    Escalation worse =
        move(mild, later, AlarmEvent.ROSE, AlarmState.UNACKNOWLEDGED, AlarmState.UNACKNOWLEDGED);
    assertNotNull(worse);
    assertEquals("critical", worse.policyId());
    assertEquals(later, worse.startedAt());
  }

  @Test
  void aWarningThatReturnsCallsNobodyMoreUntilItComesBack() {
    Alarm warning = alarm(Severity.WARNING, AlarmState.UNACKNOWLEDGED);
    Escalation running = rules.begun(warning, START);
    assertNotNull(running);
    running = rules.due(running, warning, START).next();
    Escalation resting =
        rules.moved(
            running,
            warning,
            change(
                START.plusSeconds(60),
                AlarmEvent.WENT_BACK,
                AlarmState.UNACKNOWLEDGED,
                AlarmState.RETURNED,
                Severity.WARNING));
    assertNotNull(resting);
    assertNull(resting.nextAt());
    Escalation back =
        rules.moved(
            resting,
            warning,
            change(
                START.plusSeconds(90),
                AlarmEvent.VIOLATED,
                AlarmState.RETURNED,
                AlarmState.UNACKNOWLEDGED,
                Severity.WARNING));
    assertNotNull(back);
    assertEquals(START.plus(Duration.ofMinutes(15)), back.nextAt());
  }

  @Test
  void aHoleInTheRosterCallsTheManagerAndSaysSo() {
    WeeklyHours day =
        new WeeklyHours(WeeklyHours.always().days(), LocalTime.of(8, 0), LocalTime.of(16, 0));
    CalloutPlan holed = plan(List.of(ANNA, SVEN, MONA), day);
    EscalationRules.Due first =
        new EscalationRules(holed, ALL, START)
            .due(begun(), alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED), START);
    assertTrue(first.nobody());
    assertEquals(List.of("DESKTOP", "EMAIL mona", "SMS mona"), who(first));
  }

  @Test
  void beforeAnybodyIsNamedOnlyTheConsoleIsToldAndNothingHasFailed() {
    EscalationRules.Due first =
        new EscalationRules(CalloutPlan.DEFAULT, ALL, START)
            .due(begun(), alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED), START);
    assertEquals(List.of("DESKTOP"), who(first));
    assertFalse(first.nobody());
  }

  @Test
  void aMuteSilencesTheTellingAndNotTheNextSteps() {
    MuteSchedule mute =
        new MuteSchedule(
            "Maintenance",
            AlarmMatch.ANY,
            Set.of(),
            ZoneOffset.UTC,
            new WeeklyHours(WeeklyHours.always().days(), LocalTime.of(3, 0), LocalTime.of(3, 8)));
    CalloutPlan muted =
        new CalloutPlan(
            plan.persons(), plan.rosters(), plan.policies(), List.of(mute), null, plan.daily());
    EscalationRules quiet = new EscalationRules(muted, ALL, START);
    Alarm alarm = alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED);
    EscalationRules.Due first = quiet.due(begun(), alarm, START);
    assertEquals(List.of(), first.calls());
    assertFalse(first.nobody());
    EscalationRules.Due ten = quiet.due(first.next(), alarm, START.plus(Duration.ofMinutes(10)));
    assertTrue(who(ten).contains("SMS sven"));
  }

  @Test
  void whatFellDueBeforeTheStartIsCalledOnceAndSaysWhenItWasDue() {
    Escalation running = due(begun(), START).next();
    Instant restart = START.plus(Duration.ofMinutes(45));
    EscalationRules.Due late =
        new EscalationRules(plan, ALL, restart)
            .due(running, alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED), restart);
    assertEquals(7, late.calls().size());
    assertTrue(late.calls().stream().allMatch(call -> call.wasDue() != null));
    assertEquals(restart.plus(Duration.ofMinutes(5)), late.next().nextAt());
  }

  @Test
  void aChangedPlanKeepsWhatWasCalledAndCountsTheRestFromTheAlarm() {
    Escalation running = due(begun(), START).next();
    Escalation same =
        rules.replanned(
            running, alarm(Severity.CRITICAL, AlarmState.UNACKNOWLEDGED), START.plusSeconds(60));
    assertEquals(running.steps(), same == null ? null : same.steps());
  }
}
