package ai.cryox.core.escalation;

import static ai.cryox.core.escalation.ChannelKind.DESKTOP;
import static ai.cryox.core.escalation.ChannelKind.EMAIL;
import static ai.cryox.core.escalation.ChannelKind.SMS;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that says who hears of which alarm. Immutable; may make no sense: see {@link #problems}.
///
/// @param persons everybody who can be called
/// @param rosters who is on call
/// @param policies the first that matches an alarm holds
/// @param mutes when nothing is told
/// @param fallback the person called when a step finds nobody; `null` = everybody in the role
///   `manager`
/// @param daily the daily mail
public record CalloutPlan(
    List<Person> persons,
    List<Roster> rosters,
    List<EscalationPolicy> policies,
    List<MuteSchedule> mutes,
    @Nullable String fallback,
    DailyMail daily) {
  /// The roster that the shipped policies call first.
  public static final String MAIN_ROSTER = "on-call";

  /// What holds until somebody changes it. It knows nobody yet: only consoles are told.
  public static final CalloutPlan DEFAULT = usual(ZoneOffset.UTC);

  public CalloutPlan {
    persons = List.copyOf(persons);
    rosters = List.copyOf(rosters);
    policies = List.copyOf(policies);
    mutes = List.copyOf(mutes);
  }

  /// The shipped policies and an empty roster, without people.
  ///
  /// @param zone the facility's
  public static CalloutPlan usual(ZoneId zone) {
    Target onCall = new Target.OnCall(MAIN_ROSTER);
    EscalationPolicy critical =
        new EscalationPolicy(
            "critical",
            "Critical alarms",
            AlarmMatch.of(Severity.CRITICAL),
            List.of(
                EscalationStep.once(Duration.ZERO, onCall, DESKTOP, EMAIL, SMS)
                    .repeated(Duration.ofMinutes(5), 12),
                EscalationStep.once(
                    Duration.ofMinutes(10), new Target.InRole(Person.SUPERVISOR), EMAIL, SMS),
                EscalationStep.once(
                    Duration.ofMinutes(30), new Target.InRole(Person.MANAGER), EMAIL, SMS)),
            false);
    EscalationPolicy warning =
        new EscalationPolicy(
            "warning",
            "Warnings",
            AlarmMatch.of(Severity.WARNING),
            List.of(
                EscalationStep.once(Duration.ZERO, onCall, DESKTOP),
                EscalationStep.once(Duration.ofMinutes(15), onCall, EMAIL)),
            true);
    return new CalloutPlan(
        List.of(),
        List.of(new Roster(MAIN_ROSTER, "On call", zone, List.of(), List.of(), null)),
        List.of(critical, warning),
        List.of(),
        null,
        new DailyMail(LocalTime.of(7, 0), zone, List.of()));
  }

  /// Whether anybody was named yet; until then only consoles are told.
  public boolean isSetUp() {
    return !persons.isEmpty();
  }

  /// The policy that holds for an alarm.
  public Optional<EscalationPolicy> policyFor(Alarm alarm) {
    return policies.stream().filter(policy -> policy.match().matches(alarm)).findFirst();
  }

  /// The policy with this id.
  public Optional<EscalationPolicy> policy(String policyId) {
    return policies.stream().filter(policy -> policy.policyId().equals(policyId)).findFirst();
  }

  /// The person with this id.
  public Optional<Person> person(String personId) {
    return persons.stream().filter(person -> person.personId().equals(personId)).findFirst();
  }

  /// Who is meant at a moment; empty if nobody is.
  public List<Person> whom(Target target, Instant moment) {
    return switch (target) {
      case Target.One one -> person(one.personId()).stream().toList();
      case Target.InRole in -> persons.stream().filter(p -> p.role().equals(in.role())).toList();
      case Target.OnCall on ->
          rosters.stream()
              .filter(roster -> roster.rosterId().equals(on.rosterId()))
              .flatMap(roster -> roster.onCall(moment).stream())
              .flatMap(id -> person(id).stream())
              .toList();
    };
  }

  /// Who is called when a step finds nobody; empty if nobody was named for that either.
  public List<Person> fallbacks() {
    String id = fallback;
    return id == null
        ? persons.stream().filter(person -> person.role().equals(Person.MANAGER)).toList()
        : person(id).stream().toList();
  }

  /// Whether an alarm is not to be told by a channel at a moment.
  public boolean mutes(Alarm alarm, ChannelKind channel, Instant moment) {
    return mutes.stream().anyMatch(mute -> mute.mutes(alarm, channel, moment));
  }

  /// Why this plan cannot be saved, each in a sentence; empty if it can.
  public List<String> problems() {
    return PlanProblems.of(this);
  }

  /// What in it is allowed but leaves gaps, each in a sentence: holes in rosters, roles that nobody
  /// has, people without an address.
  public List<String> gaps() {
    return isSetUp() ? PlanProblems.gaps(this) : List.of();
  }

  /// The people whom the targets of a step can mean, whenever.
  Stream<Person> everyone(Target target) {
    return target instanceof Target.OnCall on
        ? rosters.stream()
            .filter(roster -> roster.rosterId().equals(on.rosterId()))
            .flatMap(roster -> roster.people().stream())
            .flatMap(id -> person(id).stream())
        : whom(target, Instant.EPOCH).stream();
  }
}
