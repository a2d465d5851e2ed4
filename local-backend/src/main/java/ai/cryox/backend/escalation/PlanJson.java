package ai.cryox.backend.escalation;

import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.EscalationStep;
import ai.cryox.core.escalation.MuteSchedule;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.Target;
import ai.cryox.core.escalation.WeeklyHours;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A plan as JSON: how it is stored, and how the API speaks of it. Times are `22:00`, dates
/// `2026-12-25`, durations `PT5M`, time zones `Europe/Berlin`; {@link PlanReader} reads it.
public final class PlanJson {
  private PlanJson() {}

  /// Writes a plan, as UTF-8.
  public static byte[] write(CalloutPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("persons", plan.persons().stream().map(PlanJson::person).toList());
    json.put("rosters", plan.rosters().stream().map(PlanJson::roster).toList());
    json.put("policies", plan.policies().stream().map(PlanJson::policy).toList());
    json.put("mutes", plan.mutes().stream().map(PlanJson::mute).toList());
    put(json, "fallback", plan.fallback());
    json.put("daily", daily(plan.daily()));
    return JsonTree.write(json);
  }

  /// Reads a plan.
  ///
  /// @throws IllegalArgumentException if it is none, with a sentence
  public static CalloutPlan read(byte[] utf8) {
    return PlanReader.plan(JsonTree.read(utf8));
  }

  private static Map<String, Object> person(Person person) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", person.personId());
    json.put("name", person.name());
    json.put("role", person.role());
    json.put("language", person.language());
    person.addresses().forEach((channel, address) -> json.put(channel.wireName(), address));
    return json;
  }

  private static Map<String, Object> roster(Roster roster) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", roster.rosterId());
    json.put("name", roster.name());
    json.put("zone", roster.zone());
    json.put(
        "shifts",
        roster.shifts().stream()
            .map(shift -> hours(shift.hours(), "persons", shift.personIds()))
            .toList());
    json.put(
        "holidays",
        roster.holidays().stream()
            .map(day -> Map.of("date", day.date(), "name", day.name(), "persons", day.personIds()))
            .toList());
    put(json, "deputy", roster.deputy());
    return json;
  }

  private static Map<String, Object> hours(WeeklyHours hours, String name, Object more) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("days", words(hours.days()));
    json.put("from", hours.from());
    json.put("until", hours.until());
    json.put(name, more);
    return json;
  }

  private static Map<String, Object> policy(EscalationPolicy policy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", policy.policyId());
    json.put("name", policy.name());
    json.put("match", match(policy.match()));
    json.put("steps", policy.steps().stream().map(PlanJson::step).toList());
    json.put("stopsOnReturn", policy.stopsOnReturn());
    return json;
  }

  private static Map<String, Object> match(AlarmMatch match) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severities", words(match.severities()));
    json.put("facilities", match.facilityIds().stream().sorted().toList());
    json.put("conditions", words(match.conditions()));
    return json;
  }

  private static Map<String, Object> step(EscalationStep step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("after", step.after());
    json.put("whom", step.whom().stream().map(PlanJson::target).toList());
    json.put("channels", words(step.channels()));
    json.put("repeatEvery", step.repeatEvery());
    json.put("repeats", step.repeats());
    return json;
  }

  private static Map<String, Object> target(Target target) {
    return switch (target) {
      case Target.OnCall on -> Map.of("roster", on.rosterId());
      case Target.InRole in -> Map.of("role", in.role());
      case Target.One one -> Map.of("person", one.personId());
    };
  }

  private static Map<String, Object> mute(MuteSchedule mute) {
    Map<String, Object> json = hours(mute.hours(), "zone", mute.zone());
    json.put("name", mute.name());
    json.put("match", match(mute.match()));
    json.put("channels", words(mute.channels()));
    return json;
  }

  private static Map<String, Object> daily(DailyMail daily) {
    return new TreeMap<>(
        Map.of("at", daily.at(), "zone", daily.zone(), "persons", daily.personIds()));
  }

  private static <E extends Enum<E>> List<String> words(Collection<E> words) {
    Enum<?>[] sorted = words.toArray(Enum<?>[]::new);
    Arrays.sort(sorted);
    return Arrays.stream(sorted).map(Enum::name).toList();
  }

  private static void put(Map<String, Object> json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
