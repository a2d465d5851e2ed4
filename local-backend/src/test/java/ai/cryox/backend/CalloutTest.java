package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Whom an alarm reaches, when, and in which words.
class CalloutTest extends WithCallouts {
  private void acknowledge() {
    site.asking(() -> site.session.alarmActions().acknowledge(List.of(site.alarm().alarmId()), ""));
  }

  @Test
  void aCriticalAlarmReachesTheOneOnCallInTheirLanguage() {
    site.read(9.4);
    site.send();
    assertEquals(List.of("EMAIL anna", "SMS anna"), site.told());
    Notification mail = site.sent.getFirst();
    assertTrue(mail.subject().startsWith("KRITISCH: temp_001 zu warm, 9,4 °C"), mail.subject());
    assertTrue(mail.subject().contains("Grenze 5,0 °C"), mail.subject());
    assertTrue(mail.text().contains("2026-03-01 04:00:00 +01:00"), mail.text());
    assertTrue(mail.text().contains("Was zu tun ist: Tür"), mail.text());
    assertTrue(mail.text().contains(site.alarm().alarmId()), mail.text());
    assertTrue(mail.text().contains("04:05:00"), mail.text());
    assertEquals(
        List.of(NotificationState.DELIVERED, NotificationState.DELIVERED),
        notifications().stream()
            .filter(n -> n.channel() != ChannelKind.DESKTOP)
            .map(Notification::state)
            .toList());
  }

  @Test
  void nobodyElseIsCalledOnceSomebodyHasAcknowledged() {
    site.read(9.4);
    site.send();
    assertEquals(1, site.session.live().latest().escalations().size());
    acknowledge();
    site.pass(Duration.ofMinutes(40));
    assertEquals(2, site.sent.size());
    assertEquals(List.of(), site.session.live().latest().escalations());
  }

  @Test
  void twoWhoAcknowledgeAtOnceStopItOnce() {
    site.read(9.4);
    String id = site.alarm().alarmId();
    CompletableFuture<List<Alarm>> first =
        CompletableFuture.supplyAsync(
            () -> site.session.alarmActions().acknowledge(List.of(id), "one"));
    List<Alarm> second =
        site.asking(() -> site.session.alarmActions().acknowledge(List.of(id), "two"));
    while (!first.isDone()) {
      site.turn();
    }
    assertEquals(1, first.join().size() + second.size());
    assertEquals(List.of(), site.session.live().latest().escalations());
  }

  @Test
  void theSupervisorIsCalledAfterTenMinutesAlsoAcrossARestart() {
    site.read(9.4);
    site.send();
    Escalation before = site.session.live().latest().escalations().getFirst();
    site.restart();
    assertEquals(before, site.session.live().latest().escalations().getFirst());
    site.pass(Duration.ofMinutes(9));
    assertFalse(site.told().contains("SMS sven"));
    site.pass(Duration.ofMinutes(1));
    assertTrue(site.told().contains("SMS sven"), site.told().toString());
    assertFalse(site.told().contains("SMS mona"));
  }

  @Test
  void whatFellDueWhileItWasOffIsSentAtOnceAndSaysSo() {
    site.read(9.4);
    site.send();
    site.sent.clear();
    site.close();
    site.now = site.now.plus(Duration.ofMinutes(45));
    site.restart();
    site.turn();
    site.send();
    assertEquals(
        Set.of("EMAIL anna", "SMS anna", "EMAIL sven", "SMS sven", "EMAIL mona", "SMS mona"),
        Set.copyOf(site.told()));
    Notification toMona =
        site.sent.stream().filter(n -> n.personId().equals("mona")).findFirst().orElseThrow();
    assertTrue(toMona.text().contains("This call was due at 2026-03-01 04:30:00"), toMona.text());
  }

  @Test
  void sixtyFlapsAreOneMailAndOneSummary() {
    asOneStep();
    for (int i = 0; i < 60; i++) {
      site.read(9.4);
      site.now = site.now.plusSeconds(2);
      site.read(2.0);
      site.now = site.now.plusSeconds(2);
      site.send();
    }
    site.pass(Duration.ofMinutes(10));
    List<String> mails =
        site.sent.stream()
            .filter(n -> n.channel() == ChannelKind.EMAIL)
            .map(Notification::subject)
            .toList();
    assertEquals(2, mails.size(), mails.toString());
    assertTrue(mails.get(1).startsWith("Kam 60-mal"), mails.get(1));
  }

  @Test
  void fiveHundredAlarmsAtOnceAreOneDigestForEachRecipient() {
    List<Message> flood = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      flood.add(Reading.of("f_" + i, "warehouse_001", site.now, 9.4));
    }
    site.hand(flood.toArray(Message[]::new));
    site.turn();
    site.pass(Duration.ofSeconds(30));
    assertEquals(500, site.active().size());
    assertEquals(List.of("EMAIL anna", "SMS anna"), site.told());
    assertTrue(site.sent.getFirst().subject().startsWith("500 Alarme"));
    assertEquals(500, site.sent.getFirst().alarmIds().size());
    assertEquals(3, site.callouts().notifications(site.active().getLast().alarmId()).size());
  }

  @Test
  void aHoleInTheRosterCallsTheManagerAndRaisesAnAlarm() {
    site.setUp(CalloutFixture.plan(List.of()));
    site.read(9.4);
    site.send();
    assertEquals(Set.of("EMAIL mona", "SMS mona"), Set.copyOf(site.told()));
    Alarm failed =
        site.active().stream()
            .filter(alarm -> alarm.condition() == Condition.NOTIFY_FAILED)
            .findFirst()
            .orElseThrow();
    assertEquals("/notify/plan", failed.deviceId());
    assertTrue(failed.message().contains("Nobody was on call"), failed.message());
    site.setUp(CalloutFixture.plan());
    site.pass(Duration.ofMinutes(5));
    assertEquals(
        List.of(AlarmState.RETURNED),
        site.active().stream()
            .filter(alarm -> alarm.condition() == Condition.NOTIFY_FAILED)
            .map(Alarm::state)
            .toList());
  }

  @Test
  void anUnwatchedConsoleBringsTheNextStepForwardAndAWatchedOneDoesNot() {
    site.read(4.0);
    site.pass(Duration.ofMinutes(3));
    assertEquals(List.of("EMAIL anna"), site.told());
    acknowledge();
    site.now = site.now.plusSeconds(30);
    site.read(2.0);
    site.now = site.now.plusSeconds(30);
    site.read(4.0);
    List<String> ids = List.of(site.alarm().alarmId());
    site.asking(() -> {
      site.callouts().shown(ids);
      return true;
    });
    site.pass(Duration.ofMinutes(3));
    assertEquals(List.of("EMAIL anna"), site.told());
    assertEquals(NotificationState.DELIVERED, notifications().getFirst().state());
  }

  @Test
  void aPlanSurvivesARestartAndNonsenseIsRefused() {
    CalloutPlan plan = site.callouts().plan();
    site.restart();
    assertEquals(plan, site.callouts().plan());
    assertEquals(CalloutFixture.ALL, site.callouts().channels());
    CalloutPlan none =
        new CalloutPlan(
            plan.persons(), plan.rosters(), List.of(), List.of(), "nobody", plan.daily());
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> site.callouts().savePlan(none));
    assertTrue(String.valueOf(refusal.getMessage()).contains("There is no policy"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("'nobody'"));
  }

  @Test
  void theDailyMailComesOnceADayAlsoWhenTheClockIsPutOn() {
    CalloutPlan plan = CalloutFixture.plan();
    site.now = Instant.parse("2026-03-28T05:59:00Z");
    site.setUp(
        new CalloutPlan(
            plan.persons(),
            plan.rosters(),
            plan.policies(),
            List.of(),
            null,
            new DailyMail(LocalTime.of(7, 0), CalloutFixture.BERLIN, List.of("mona"))));
    site.pass(Duration.ofMinutes(5));
    assertEquals(List.of("All is well"), site.sent.stream().map(Notification::subject).toList());
    site.now = Instant.parse("2026-03-29T04:59:00Z");
    site.pass(Duration.ofMinutes(5));
    assertEquals(2, site.sent.size());
    site.pass(Duration.ofMinutes(70));
    assertEquals(2, site.sent.size());
  }
}
