package ai.cryox.core.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who hears of certain alarms, in which order.
///
/// @param policyId short and lasting
/// @param name for people
/// @param match which alarms
/// @param steps in order of their time
/// @param stopsOnReturn whether nobody is called any more once the condition is gone, even though
///   nobody has acknowledged; latched alarms go on anyway
public record EscalationPolicy(
    String policyId,
    String name,
    AlarmMatch match,
    List<EscalationStep> steps,
    boolean stopsOnReturn) {
  public EscalationPolicy {
    steps = List.copyOf(steps);
  }

  /// Why this policy makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (policyId.isBlank() || name.isBlank()) {
      return "A policy needs an id and a name.";
    }
    if (steps.isEmpty()) {
      return "The policy %s has no step, so nobody would hear of its alarms.".formatted(name);
    }
    for (int i = 0; i < steps.size(); i++) {
      String problem = steps.get(i).problem();
      if (problem != null) {
        return "Step %d of the policy %s: %s".formatted(i + 1, name, problem);
      }
      if (i > 0 && steps.get(i).after().compareTo(steps.get(i - 1).after()) < 0) {
        return "Step %d of the policy %s comes before the step above it.".formatted(i + 1, name);
      }
    }
    return null;
  }
}
