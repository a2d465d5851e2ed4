package ai.cryox.core.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One step of a policy: whom to call after an alarm was left alone for some time, by what, and how
/// often again.
///
/// @param after since it was announced
/// @param whom all are called at once
/// @param channels each is used, where it is set up and the person has an address
/// @param repeatEvery between two calls; counts for nothing if `repeats` is 0
/// @param repeats calls after the first, 0 to {@value #MOST_REPEATS}
public record EscalationStep(
    Duration after,
    List<Target> whom,
    Set<ChannelKind> channels,
    Duration repeatEvery,
    int repeats) {
  /// More would be noise.
  public static final int MOST_REPEATS = 100;

  private static final Duration SHORTEST_REPEAT = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  public EscalationStep {
    whom = List.copyOf(whom);
    channels = Set.copyOf(channels);
  }

  /// A step that calls once.
  public static EscalationStep once(Duration after, Target whom, ChannelKind... channels) {
    return new EscalationStep(after, List.of(whom), Set.of(channels), Duration.ZERO, 0);
  }

  /// The same step again and again.
  public EscalationStep repeated(Duration every, int times) {
    return new EscalationStep(after, whom, channels, every, times);
  }

  /// Why this step makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (after.isNegative() || after.compareTo(LONGEST) > 0) {
      return "A step begins 0 minutes to 7 days after the alarm.";
    }
    if (whom.isEmpty() || channels.isEmpty()) {
      return "A step needs somebody to call and a channel to call by.";
    }
    if (repeats < 0 || repeats > MOST_REPEATS) {
      return "A step is repeated 0 to %d times, not %d.".formatted(MOST_REPEATS, repeats);
    }
    boolean hasty =
        repeatEvery.compareTo(SHORTEST_REPEAT) < 0 || repeatEvery.compareTo(LONGEST) > 0;
    return repeats > 0 && hasty ? "A step is repeated every minute at most." : null;
  }
}
