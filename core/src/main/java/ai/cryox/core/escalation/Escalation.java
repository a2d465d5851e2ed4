package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far the telling of one alarm has come. It is there as long as somebody may still be called,
/// or a console sounds.
///
/// @param alarmId of what
/// @param policyId by which policy
/// @param severity of the alarm when it began
/// @param startedAt when the alarm was announced, by the backend's clock
/// @param steps one for each step of the policy
/// @param flaps how often the condition came back since people were last told
/// @param summaryAt when they are told of that, or `null`
/// @param sounding whether consoles are to sound until somebody acknowledges
/// @param nextWhom who is called next, in names; empty if nobody is
public record Escalation(
    String alarmId,
    String policyId,
    Severity severity,
    Instant startedAt,
    List<Progress> steps,
    int flaps,
    @Nullable Instant summaryAt,
    boolean sounding,
    String nextWhom) {
  /// How far a step has come.
  ///
  /// @param calls made so far
  /// @param nextAt when the next is due, an absolute instant; `null` if none is
  public record Progress(int calls, @Nullable Instant nextAt) {}

  public Escalation {
    steps = List.copyOf(steps);
  }

  /// When the next call is due; `null` if none is.
  public @Nullable Instant nextAt() {
    return next().orElse(null);
  }

  /// When something is to be done next, a summary included; `null` if nothing is.
  public @Nullable Instant dueAt() {
    return Stream.concat(next().stream(), Stream.ofNullable(summaryAt))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Optional<Instant> next() {
    return steps.stream()
        .map(Progress::nextAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }
}
