package ai.cryox.backend.escalation;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.Holiday;
import ai.cryox.core.escalation.MuteSchedule;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.Shift;
import ai.cryox.core.escalation.Target;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// Reads what {@link PlanJson} writes, and what people write by hand: strictly, so that a misspelt
/// member does not leave somebody uncalled.
final class PlanReader {
  private PlanReader() {}

  static CalloutPlan plan(Map<String, Object> json) {
    JsonMembers plan =
        new JsonMembers(
            json, "the plan", "persons", "rosters", "policies", "mutes", "fallback", "daily");
    return new CalloutPlan(
        each(plan.list("persons"), PlanReader::person),
        each(plan.list("rosters"), PlanReader::roster),
        each(plan.list("policies"), PlanReader::policy),
        each(plan.list("mutes"), PlanReader::mute),
        plan.optional("fallback"),
        plan.has("daily") ? daily(plan.object("daily")) : CalloutPlan.DEFAULT.daily());
  }

  private static <T> List<T> each(List<Object> items, Function<Object, T> read) {
    return items.stream().map(read).toList();
  }

  private static Person person(Object json) {
    JsonMembers person =
        new JsonMembers(json, "a person", "id", "name", "role", "language", "email", "sms");
    Map<ChannelKind, String> addresses = new EnumMap<>(ChannelKind.class);
    for (ChannelKind channel : List.of(ChannelKind.EMAIL, ChannelKind.SMS)) {
      String address = person.optional(channel.wireName());
      if (address != null && !address.isBlank()) {
        addresses.put(channel, address.strip());
      }
    }
    return new Person(
        person.text("id"),
        person.text("name"),
        Objects.requireNonNullElse(person.optional("role"), ""),
        Objects.requireNonNullElse(person.optional("language"), "en"),
        addresses);
  }

  private static Roster roster(Object json) {
    JsonMembers roster =
        new JsonMembers(json, "a roster", "id", "name", "zone", "shifts", "holidays", "deputy");
    return new Roster(
        roster.text("id"),
        roster.text("name"),
        roster.parsed("zone", ZoneId::of),
        each(roster.list("shifts"), PlanReader::shift),
        each(roster.list("holidays"), PlanReader::holiday),
        roster.optional("deputy"));
  }

  private static Shift shift(Object json) {
    JsonMembers shift = new JsonMembers(json, "a shift", "days", "from", "until", "persons");
    return new Shift(hours(shift), shift.texts("persons"));
  }

  private static WeeklyHours hours(JsonMembers json) {
    return new WeeklyHours(
        json.words("days", DayOfWeek.class),
        json.parsed("from", LocalTime::parse),
        json.parsed("until", LocalTime::parse));
  }

  private static Holiday holiday(Object json) {
    JsonMembers holiday = new JsonMembers(json, "a holiday", "date", "name", "persons");
    return new Holiday(
        holiday.parsed("date", LocalDate::parse),
        Objects.requireNonNullElse(holiday.optional("name"), ""),
        holiday.texts("persons"));
  }

  private static EscalationPolicy policy(Object json) {
    JsonMembers policy =
        new JsonMembers(json, "a policy", "id", "name", "match", "steps", "stopsOnReturn");
    return new EscalationPolicy(
        policy.text("id"),
        policy.text("name"),
        match(policy.object("match")),
        each(policy.list("steps"), PlanReader::step),
        policy.flag("stopsOnReturn"));
  }

  private static AlarmMatch match(Object json) {
    JsonMembers match = new JsonMembers(json, "a match", "severities", "facilities", "conditions");
    return new AlarmMatch(
        match.words("severities", Severity.class),
        Set.copyOf(match.texts("facilities")),
        match.words("conditions", Condition.class));
  }

  private static EscalationStep step(Object json) {
    JsonMembers step =
        new JsonMembers(json, "a step", "after", "whom", "channels", "repeatEvery", "repeats");
    return new EscalationStep(
        step.parsed("after", Duration::parse),
        each(step.list("whom"), PlanReader::target),
        step.words("channels", ChannelKind.class),
        step.has("repeatEvery") ? step.parsed("repeatEvery", Duration::parse) : Duration.ZERO,
        step.whole("repeats"));
  }

  private static Target target(Object json) {
    JsonMembers target = new JsonMembers(json, "who is called", "roster", "role", "person");
    if (target.has("roster")) {
      return new Target.OnCall(target.text("roster"));
    }
    return target.has("role")
        ? new Target.InRole(target.text("role"))
        : new Target.One(target.text("person"));
  }

  private static MuteSchedule mute(Object json) {
    JsonMembers mute =
        new JsonMembers(
            json, "a mute", "name", "match", "channels", "zone", "days", "from", "until");
    return new MuteSchedule(
        mute.text("name"),
        match(mute.object("match")),
        mute.words("channels", ChannelKind.class),
        mute.parsed("zone", ZoneId::of),
        hours(mute));
  }

  private static DailyMail daily(Object json) {
    JsonMembers daily = new JsonMembers(json, "the daily mail", "at", "zone", "persons");
    return new DailyMail(
        daily.parsed("at", LocalTime::parse),
        daily.parsed("zone", ZoneId::of),
        daily.texts("persons"));
  }
}
