package ai.cryox.app.callouts;

import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.MuteSchedule;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The plan while it is being changed, and what was typed that makes no sense. One owner thread,
/// the FX thread; needs no toolkit.
final class PlanDraft {
  private final Runnable onChange;
  private final Map<Object, String> nonsense = new LinkedHashMap<>();
  private CalloutPlan saved;
  private CalloutPlan plan;

  PlanDraft(CalloutPlan plan, Runnable onChange) {
    this.saved = plan;
    this.plan = plan;
    this.onChange = onChange;
  }

  CalloutPlan plan() {
    return plan;
  }

  /// Begins again with a plan as it is stored.
  void begin(CalloutPlan stored) {
    saved = stored;
    plan = stored;
    nonsense.clear();
    onChange.run();
  }

  /// Takes back what was changed since the plan was read or saved.
  void discard() {
    begin(saved);
  }

  /// Notes what is stored now. What was changed since it was handed over stays a change.
  void saved(CalloutPlan handedOver, CalloutPlan stored) {
    saved = stored;
    if (plan.equals(handedOver)) {
      plan = stored;
    }
    onChange.run();
  }

  boolean isChanged() {
    return !plan.equals(saved) || !nonsense.isEmpty();
  }

  /// Why it cannot be saved, each in a sentence; empty if it can.
  List<String> problems() {
    return nonsense.isEmpty() ? plan.problems() : List.copyOf(nonsense.values());
  }

  /// Notes that what was typed somewhere makes no sense, or that it does again.
  ///
  /// @param where any object, the same each time
  /// @param sentence `null` if it makes sense
  void nonsense(Object where, @Nullable String sentence) {
    if (sentence == null) {
      nonsense.remove(where);
    } else {
      nonsense.put(where, sentence);
    }
    onChange.run();
  }

  /// Forgets what was typed into forms that are gone.
  void forgetNonsense() {
    nonsense.clear();
    onChange.run();
  }

  void persons(List<Person> persons) {
    take(
        new CalloutPlan(
            persons, plan.rosters(), plan.policies(), plan.mutes(), plan.fallback(), plan.daily()));
  }

  void rosters(List<Roster> rosters) {
    take(
        new CalloutPlan(
            plan.persons(), rosters, plan.policies(), plan.mutes(), plan.fallback(), plan.daily()));
  }

  void policies(List<EscalationPolicy> policies) {
    take(
        new CalloutPlan(
            plan.persons(), plan.rosters(), policies, plan.mutes(), plan.fallback(), plan.daily()));
  }

  void mutes(List<MuteSchedule> mutes) {
    take(
        new CalloutPlan(
            plan.persons(), plan.rosters(), plan.policies(), mutes, plan.fallback(), plan.daily()));
  }

  void fallback(@Nullable String personId) {
    take(
        new CalloutPlan(
            plan.persons(), plan.rosters(), plan.policies(), plan.mutes(), personId, plan.daily()));
  }

  void daily(DailyMail daily) {
    take(
        new CalloutPlan(
            plan.persons(), plan.rosters(), plan.policies(), plan.mutes(), plan.fallback(), daily));
  }

  private void take(CalloutPlan next) {
    plan = next;
    onChange.run();
  }
}
