package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every backend answers of alarms and of who is told.
interface AlarmsContract extends Ground {
  @Test
  default void anAlarmIsAcknowledgedOnceAndItsJournalSaysByWhom() {
    String id = site().alarm("temp_001", 9.5);
    Alarm alarm = session().alarms(allAlarms(), PageRequest.first(5)).items().getFirst();
    assertEquals(id, alarm.alarmId());
    assertEquals(site().desk.alarms(allAlarms(), PageRequest.first(5)).items(), List.of(alarm));
    List<Alarm> changed = session().alarmActions().acknowledge(List.of(id), "  door was open ");
    assertEquals(AlarmState.ACKNOWLEDGED, changed.getFirst().state());
    assertEquals("door was open", changed.getFirst().comment());
    assertEquals(List.of(), session().alarmActions().acknowledge(List.of(id), ""));
    List<AlarmChange> journal = session().journal(id);
    assertEquals(site().desk.journal(id), journal);
    assertEquals(AlarmEvent.ACKNOWLEDGE, journal.getLast().event());
    assertEquals("Ada", journal.getLast().actor());
    assertEquals(List.of(), session().journal("no such alarm"));
    AlarmQuery warnings =
        new AlarmQuery(
            Site.NORTH,
            "temp_001",
            Severity.WARNING,
            site().begin.minusSeconds(60),
            site().begin.plusSeconds(600));
    assertEquals(List.of(), session().alarms(warnings, PageRequest.first(5)).items());
  }

  @Test
  default void alarmsArePutAsideAndTakenBack() {
    AlarmKey key = new AlarmKey("temp_001", Condition.HIGH);
    Alarm shelved =
        session().alarmActions().shelve(List.of(key), Duration.ofHours(1), "defrost").getFirst();
    assertEquals(AlarmState.SHELVED, shelved.state());
    assertEquals("defrost", Objects.requireNonNull(shelved.hold()).reason());
    assertEquals(1, session().alarmActions().unshelve(List.of(key), "done").size());
    assertEquals(
        AlarmState.OUT_OF_SERVICE,
        session().alarmActions().takeOutOfService(List.of(key), "broken").getFirst().state());
    assertEquals(1, session().alarmActions().returnToService(List.of(key), "").size());
    assertThrows(
        IllegalArgumentException.class,
        () -> session().alarmActions().shelve(List.of(key), Duration.ofHours(1), " "));
    assertThrows(
        IllegalArgumentException.class,
        () -> session().alarmActions().shelve(List.of(key), Duration.ofDays(9), "long"));
  }

  @Test
  default void whatPeopleDecidedIsKept() {
    AlarmDesign before = session().alarmDesign();
    assertEquals(AlarmDesign.DEFAULT, before);
    AlarmDesign decided =
        new AlarmDesign(
            Duration.ofHours(4),
            before.stuckAfter(),
            Set.of(Condition.CLOCK),
            Map.of(Condition.BATTERY, Severity.CRITICAL),
            before.limits(),
            before.guidance());
    session().saveAlarmDesign(decided);
    assertEquals(decided, session().alarmDesign());
    assertEquals(decided, site().desk.alarmDesign());
    AlarmDesign nonsense =
        new AlarmDesign(Duration.ZERO, Duration.ZERO, Set.of(), Map.of(), Map.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> session().saveAlarmDesign(nonsense));
    session().keepFor(Site.NORTH, 400);
    session().keepFor("", 90);
    assertEquals(Map.of(Site.NORTH, 400, "", 90), session().retention());
    assertThrows(IllegalArgumentException.class, () -> session().keepFor(Site.NORTH, 0));
  }

  @Test
  default void whoIsCalledIsSaidAndTriedOut() {
    CalloutPlan usual = CalloutPlan.usual(ZoneId.of("Europe/Berlin"));
    CalloutPlan plan =
        new CalloutPlan(
            List.of(
                new Person(
                    "ada", "Ada", "manager", "en", Map.of(ChannelKind.EMAIL, "ada@b.example"))),
            usual.rosters(),
            usual.policies(),
            usual.mutes(),
            "ada",
            usual.daily());
    assertEquals(plan, session().callouts().savePlan(plan));
    assertEquals(plan, session().callouts().plan());
    assertEquals(plan, site().desk.callouts().plan());
    Channels channels = session().callouts().channels();
    assertEquals(Channels.NONE, channels);
    assertEquals(channels, session().callouts().saveChannels(channels));
    session().callouts().saveSecret(SecretName.WEBHOOK_KEY, "hush".toCharArray());
    assertEquals(Set.of(SecretName.WEBHOOK_KEY), session().callouts().secrets());
    site().reading("temp_001", site().begin, 2.0);
    Alarm drill = session().callouts().drill("temp_001", 9.0);
    assertTrue(drill.isSystem());
    assertEquals(
        site().desk.callouts().notifications(drill.alarmId()),
        session().callouts().notifications(drill.alarmId()));
    assertEquals(
        site().desk.callouts().recent(PageRequest.first(10)),
        session().callouts().recent(PageRequest.first(10)));
    session().callouts().shown(List.of(drill.alarmId()));
    session().callouts().endDrill(drill.alarmId());
    assertThrows(IllegalArgumentException.class, () -> session().callouts().drill("nobody", 9.0));
    assertThrows(
        IllegalArgumentException.class, () -> session().callouts().test(ChannelKind.EMAIL, "ada"));
  }
}
