package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.escalation.Escalation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the telling of an alarm begins, goes on and ends. Pure: the same alarm, plan and time give
/// the same calls.
///
/// Acknowledging ends it. A latched alarm that was acknowledged is not repeated any more, but who
/// comes next in its policy is still called until somebody resets it. What is put aside is told to
/// nobody. A worse severity, and coming back into sight, begin anew; a condition that goes and
/// comes while nobody acknowledges does not: it is counted, and told once in a summary.
public final class EscalationRules {
  /// From the first time a condition comes back to the summary of how often it did.
  public static final Duration SUMMARY_AFTER = Duration.ofMinutes(10);

  private final CalloutPlan plan;
  private final Set<ChannelKind> enabled;
  private final Instant startedAt;

  /// @param enabled the channels that are set up
  /// @param startedAt since when the backend runs: what was due before is late
  public EscalationRules(CalloutPlan plan, Set<ChannelKind> enabled, Instant startedAt) {
    this.plan = plan;
    this.enabled = Set.copyOf(enabled);
    this.startedAt = startedAt;
  }

  /// What is to be done.
  ///
  /// @param next how it goes on
  /// @param calls what to tell whom
  /// @param nobody whether a step found nobody whom it could reach
  public record Due(Escalation next, List<Call> calls, boolean nobody) {}

  /// What a transition of an alarm means for telling it.
  ///
  /// @param running `null` if it is told to nobody now
  /// @param alarm as it is after the transition
  /// @return `null` if nobody is to be told any more
  public @Nullable Escalation moved(@Nullable Escalation running, Alarm alarm, AlarmChange change) {
    return switch (change.to()) {
      case NORMAL, ACKNOWLEDGED, SHELVED, SUPPRESSED, OUT_OF_SERVICE -> null;
      case UNACKNOWLEDGED -> announced(running, alarm, change);
      case LATCHED_UNACKNOWLEDGED -> running;
      case LATCHED -> running == null ? null : withoutRepeats(running);
      case RETURNED ->
          running != null && policyOf(running, alarm).map(p -> p.stopsOnReturn()).orElse(true)
              ? resting(running)
              : running;
    };
  }

  private @Nullable Escalation announced(
      @Nullable Escalation running, Alarm alarm, AlarmChange change) {
    if (running == null
        || change.severity().compareTo(running.severity()) > 0
        || !change.from().needsAcknowledgement()) {
      return begun(alarm, change.at());
    }
    boolean cameBack =
        change.event() == AlarmEvent.VIOLATED && change.from() != AlarmState.UNACKNOWLEDGED;
    return cameBack ? flapped(running, alarm, change.at()) : running;
  }

  /// Begins to tell an alarm now; `null` if no policy matches it.
  public @Nullable Escalation begun(Alarm alarm, Instant now) {
    EscalationPolicy policy = plan.policyFor(alarm).orElse(null);
    if (policy == null) {
      return null;
    }
    List<Progress> steps =
        policy.steps().stream().map(step -> new Progress(0, now.plus(step.after()))).toList();
    return described(
        new Escalation(
            alarm.alarmId(), policy.policyId(), alarm.severity(), now, steps, 0, null, false, ""),
        policy);
  }

  private Escalation flapped(Escalation running, Alarm alarm, Instant now) {
    EscalationPolicy policy = policyOf(running, alarm).orElse(null);
    Escalation awake = policy == null ? running : planned(running, policy, now);
    Instant summaryAt = running.summaryAt();
    return new Escalation(
        running.alarmId(),
        running.policyId(),
        running.severity(),
        running.startedAt(),
        awake.steps(),
        running.flaps() + 1,
        summaryAt == null ? now.plus(SUMMARY_AFTER) : summaryAt,
        running.sounding(),
        awake.nextWhom());
  }

  /// The same by a plan that was changed: what was called stays called, what is still to come is
  /// counted from when the alarm was announced. `null` if no policy matches any more.
  public @Nullable Escalation replanned(Escalation running, Alarm alarm, Instant now) {
    return plan.policyFor(alarm).map(policy -> planned(running, policy, now)).orElse(null);
  }

  private Escalation planned(Escalation running, EscalationPolicy policy, Instant now) {
    List<Progress> steps =
        IntStream.range(0, policy.steps().size())
            .mapToObj(i -> planned(running, policy.steps().get(i), i, now))
            .toList();
    return described(with(running, policy.policyId(), steps, running.sounding()), policy);
  }

  private static Progress planned(Escalation running, EscalationStep step, int i, Instant now) {
    Progress before = i < running.steps().size() ? running.steps().get(i) : new Progress(0, null);
    if (before.calls() == 0) {
      return new Progress(0, running.startedAt().plus(step.after()));
    }
    Instant nextAt = before.nextAt();
    boolean again = before.calls() <= step.repeats();
    return new Progress(
        before.calls(), !again ? null : nextAt == null ? now.plus(step.repeatEvery()) : nextAt);
  }

  private static Escalation withoutRepeats(Escalation running) {
    List<Progress> steps =
        running.steps().stream()
            .map(step -> step.calls() == 0 ? step : new Progress(step.calls(), null))
            .toList();
    return with(running, running.policyId(), steps, false);
  }

  private static Escalation resting(Escalation running) {
    List<Progress> steps =
        running.steps().stream().map(step -> new Progress(step.calls(), null)).toList();
    return with(running, running.policyId(), steps, running.sounding());
  }

  /// The same with its next step due now, because those called could not be reached.
  public Escalation hurried(Escalation running, Instant now) {
    List<Progress> steps = new ArrayList<>(running.steps());
    for (int i = 0; i < steps.size(); i++) {
      Instant nextAt = steps.get(i).nextAt();
      if (steps.get(i).calls() == 0 && nextAt != null) {
        steps.set(i, new Progress(0, nextAt.isBefore(now) ? nextAt : now));
        break;
      }
    }
    return with(running, running.policyId(), steps, running.sounding());
  }

  /// Does what is due.
  public Due due(Escalation running, Alarm alarm, Instant now) {
    EscalationPolicy policy = policyOf(running, alarm).orElse(null);
    if (policy == null || policy.steps().size() != running.steps().size()) {
      return new Due(resting(running), List.of(), false);
    }
    CallList calls = new CallList(plan, enabled, alarm, now);
    Instant summaryAt = running.summaryAt();
    boolean summary = summaryAt != null && !summaryAt.isAfter(now);
    if (summary) {
      calls.summary(policy.steps().getFirst());
    }
    List<Progress> steps = new ArrayList<>();
    boolean sounding = running.sounding();
    for (int i = 0; i < running.steps().size(); i++) {
      Progress progress = running.steps().get(i);
      Instant due = progress.nextAt();
      if (due == null || due.isAfter(now)) {
        steps.add(progress);
        continue;
      }
      EscalationStep step = policy.steps().get(i);
      calls.add(step, i, progress.calls() > 0, due.isBefore(startedAt) ? due : null);
      sounding |= step.channels().contains(ChannelKind.DESKTOP);
      int made = progress.calls() + 1;
      steps.add(new Progress(made, made <= step.repeats() ? now.plus(step.repeatEvery()) : null));
    }
    Escalation next =
        new Escalation(
            running.alarmId(),
            running.policyId(),
            running.severity(),
            running.startedAt(),
            steps,
            summary ? 0 : running.flaps(),
            summary ? null : summaryAt,
            sounding,
            "");
    return new Due(described(next, policy), calls.all(), calls.nobody());
  }

  private Optional<EscalationPolicy> policyOf(Escalation running, Alarm alarm) {
    return plan.policy(running.policyId()).or(() -> plan.policyFor(alarm));
  }

  private Escalation described(Escalation running, EscalationPolicy policy) {
    Instant nextAt = running.nextAt();
    String whom =
        IntStream.range(0, running.steps().size())
            .filter(i -> nextAt != null && nextAt.equals(running.steps().get(i).nextAt()))
            .mapToObj(i -> policy.steps().get(i))
            .flatMap(step -> step.whom().stream())
            .flatMap(target -> plan.whom(target, nextAt == null ? startedAt : nextAt).stream())
            .map(Person::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Escalation(
        running.alarmId(),
        running.policyId(),
        running.severity(),
        running.startedAt(),
        running.steps(),
        running.flaps(),
        running.summaryAt(),
        running.sounding(),
        whom);
  }

  private static Escalation with(
      Escalation running, String policyId, List<Progress> steps, boolean sounding) {
    return new Escalation(
        running.alarmId(),
        policyId,
        running.severity(),
        running.startedAt(),
        steps,
        running.flaps(),
        running.summaryAt(),
        sounding,
        running.nextWhom());
  }
}
