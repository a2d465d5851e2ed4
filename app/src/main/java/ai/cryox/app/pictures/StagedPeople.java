package ai.cryox.app.pictures;

import static ai.cryox.core.escalation.ChannelKind.DESKTOP;
import static ai.cryox.core.escalation.ChannelKind.EMAIL;
import static ai.cryox.core.escalation.ChannelKind.SMS;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.backend.Session;
import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.Shift;
import ai.cryox.core.escalation.Target;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Those who work in the staged cold store, and what they did that day. No channel is set up, so
/// nobody outside is ever told.
final class StagedPeople {
  /// Somebody comes about so long after an alarm.
  private static final Duration ON_THE_WAY = Duration.ofMinutes(6);

  /// Consoles only: nobody is set up to be reached elsewhere.
  private static final List<EscalationPolicy> POLICIES =
      List.of(
          new EscalationPolicy(
              "all",
              "All alarms",
              AlarmMatch.ANY,
              List.of(
                  EscalationStep.once(
                      Duration.ZERO, new Target.OnCall(CalloutPlan.MAIN_ROSTER), DESKTOP),
                  EscalationStep.once(
                      Duration.ofMinutes(10), new Target.InRole(Person.SUPERVISOR), DESKTOP)),
              true));

  private final Session session;
  private final ZoneId zone;

  StagedPeople(Session session, ZoneId zone) {
    this.session = session;
    this.zone = zone;
  }

  /// Names them and gives the roster its shifts.
  void begin() {
    List<Person> persons =
        List.of(
            person("anna", "Anna Berg", "", "+4940123456"),
            person("ben", "Ben Okoye", Person.SUPERVISOR, "+4940123457"),
            person("chris", "Chris Lind", Person.MANAGER, "+4940123458"));
    CalloutPlan usual = CalloutPlan.usual(zone);
    Set<DayOfWeek> all = Set.of(DayOfWeek.values());
    LocalTime six = LocalTime.of(6, 0);
    LocalTime eighteen = LocalTime.of(18, 0);
    Roster onCall =
        new Roster(
            CalloutPlan.MAIN_ROSTER,
            "On call",
            zone,
            List.of(
                new Shift(new WeeklyHours(all, six, eighteen), List.of("anna")),
                new Shift(new WeeklyHours(all, eighteen, six), List.of("ben"))),
            List.of(),
            "chris");
    session
        .callouts()
        .savePlan(
            new CalloutPlan(
                persons,
                List.of(onCall),
                POLICIES,
                usual.mutes(),
                "chris",
                new DailyMail(LocalTime.of(7, 0), zone, List.of("chris"))));
  }

  private static Person person(String id, String name, String role, String phone) {
    return new Person(id, name, role, "en", Map.of(EMAIL, id + "@example.org", SMS, phone));
  }

  /// Looks at the console, so that what it shows counts as seen there.
  void watch() {
    List<String> calling =
        session.callouts().escalations().stream().map(Escalation::alarmId).toList();
    if (!calling.isEmpty()) {
      session.callouts().shown(calling);
    }
  }

  /// Acknowledges what is old enough for somebody to have come.
  void work(Instant now) {
    List<String> due =
        session.live().latest().alarms().stream()
            .filter(alarm -> alarm.state().needsAcknowledgement())
            .filter(alarm -> alarm.raisedReceivedAt().isBefore(now.minus(ON_THE_WAY)))
            .map(Alarm::alarmId)
            .toList();
    if (!due.isEmpty()) {
      session.alarmActions().acknowledge(due, "Looked after it, doors closed");
    }
  }

  /// Puts one alarm on the shelf and another out of service.
  void putAside() {
    List<AlarmKey> quiet =
        session.live().latest().alarms().stream()
            .filter(alarm -> !alarm.isSystem() && alarm.state().isAbnormal())
            .map(alarm -> new AlarmKey(alarm.deviceId(), alarm.condition()))
            .toList();
    if (quiet.size() >= 2) {
      session
          .alarmActions()
          .shelve(quiet.subList(0, 1), Duration.ofHours(2), "Technician on site, part ordered");
      session.alarmActions().takeOutOfService(quiet.subList(1, 2), "Sensor is being exchanged");
    }
  }
}
