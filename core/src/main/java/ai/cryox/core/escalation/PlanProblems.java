package ai.cryox.core.escalation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is wrong with a plan, in sentences.
final class PlanProblems {
  private final CalloutPlan plan;
  private final List<String> found = new ArrayList<>();

  private PlanProblems(CalloutPlan plan) {
    this.plan = plan;
  }

  static List<String> of(CalloutPlan plan) {
    PlanProblems problems = new PlanProblems(plan);
    problems.parts();
    problems.references();
    return problems.found;
  }

  static List<String> gaps(CalloutPlan plan) {
    PlanProblems problems = new PlanProblems(plan);
    problems.holes();
    problems.unreachable();
    return problems.found;
  }

  private void parts() {
    each(plan.persons(), Person::problem);
    each(plan.rosters(), Roster::problem);
    each(plan.policies(), EscalationPolicy::problem);
    each(plan.mutes(), MuteSchedule::problem);
    unique("persons", plan.persons(), Person::personId);
    unique("rosters", plan.rosters(), Roster::rosterId);
    unique("policies", plan.policies(), EscalationPolicy::policyId);
    if (plan.policies().isEmpty()) {
      found.add("There is no policy, so nobody would hear of any alarm.");
    }
  }

  private <T> void each(List<T> parts, Function<T, @Nullable String> problem) {
    parts.stream().map(problem).filter(Objects::nonNull).forEach(found::add);
  }

  private <T> void unique(String what, List<T> parts, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      if (!seen.add(id.apply(part))) {
        found.add("Two %s have the id '%s'.".formatted(what, id.apply(part)));
      }
    }
  }

  private void references() {
    for (Roster roster : plan.rosters()) {
      roster.people().forEach(id -> known(id, "The roster " + roster.name()));
    }
    plan.daily().personIds().forEach(id -> known(id, "The daily mail"));
    String fallback = plan.fallback();
    if (fallback != null) {
      known(fallback, "The fallback");
    }
    for (EscalationPolicy policy : plan.policies()) {
      policy.steps().stream()
          .flatMap(step -> step.whom().stream())
          .forEach(target -> known(target, "The policy " + policy.name()));
    }
  }

  private void known(String personId, String where) {
    if (plan.person(personId).isEmpty()) {
      found.add("%s names '%s', but there is no such person.".formatted(where, personId));
    }
  }

  private void known(Target target, String where) {
    switch (target) {
      case Target.One one -> known(one.personId(), where);
      case Target.InRole in -> {
        if (in.role().isBlank()) {
          found.add(where + " calls a role without a name.");
        }
      }
      case Target.OnCall on -> {
        if (plan.rosters().stream().noneMatch(r -> r.rosterId().equals(on.rosterId()))) {
          found.add("%s names the roster '%s', but there is none.".formatted(where, on.rosterId()));
        }
      }
    }
  }

  private void holes() {
    for (Roster roster : plan.rosters()) {
      List<String> holes = roster.holes();
      if (!holes.isEmpty()) {
        found.add(
            "Nobody is on call by the roster %s: %s."
                .formatted(roster.name(), String.join(", ", holes)));
      }
    }
    if (plan.fallbacks().isEmpty()) {
      found.add(
          "Nobody is called when a step finds nobody: name a fallback, or give somebody the role"
              + " manager.");
    }
  }

  private void unreachable() {
    for (EscalationPolicy policy : plan.policies()) {
      for (EscalationStep step : policy.steps()) {
        step.whom().forEach(target -> unreachable(policy, step, target));
      }
    }
  }

  private void unreachable(EscalationPolicy policy, EscalationStep step, Target target) {
    List<Person> people = plan.everyone(target).toList();
    if (people.isEmpty() && target instanceof Target.InRole in) {
      found.add(
          "The policy %s calls the role %s, which nobody has.".formatted(policy.name(), in.role()));
    }
    for (Person person : people) {
      boolean reached =
          step.channels().stream().anyMatch(c -> !c.isPersonal() || person.address(c) != null);
      if (!reached) {
        found.add(
            "The policy %s calls %s, who has no address for it."
                .formatted(policy.name(), person.name()));
      }
    }
  }
}
