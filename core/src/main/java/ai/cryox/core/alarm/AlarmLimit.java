package ai.cryox.core.alarm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// From when on a condition that no storage profile limits is an alarm.
///
/// @param value in the condition's unit: the alarm begins beyond it; NaN where the condition has no
///   unit and is simply there or not
/// @param deadband in the condition's unit, 0 or more: how far back a value must come to count as
///   returned
/// @param onDelay how long the condition must be there before that counts
/// @param offDelay how long it must be gone before that counts
public record AlarmLimit(double value, double deadband, Duration onDelay, Duration offDelay) {
  private static final Duration LONGEST_DELAY = Duration.ofDays(30);

  /// Of a condition without a value.
  public static AlarmLimit delays(Duration onDelay, Duration offDelay) {
    return new AlarmLimit(Double.NaN, 0, onDelay, offDelay);
  }

  /// Whether a value lies beyond, for a limit of this condition.
  public boolean isBeyond(Condition condition, double measured) {
    return condition.isWorseBelow() ? measured < value : measured > value;
  }

  /// Whether a value has come back past the deadband, for a limit of this condition.
  public boolean isClear(Condition condition, double measured) {
    return condition.isWorseBelow()
        ? measured >= value + deadband
        : measured <= value - deadband && !isBeyond(condition, measured);
  }

  /// Why this makes no sense for a condition, in a sentence; `null` if it does.
  @Nullable String problem(Condition condition) {
    if (condition.hasWatchedValue() && !Double.isFinite(value)) {
      return "The limit of %s must be a number.".formatted(condition);
    }
    if (!(deadband >= 0) || Double.isInfinite(deadband)) {
      return "The deadband of %s must be a number of 0 or more, not %s."
          .formatted(condition, deadband);
    }
    if (isNoDelay(onDelay) || isNoDelay(offDelay)) {
      return "The delays of %s must be 0 seconds to 30 days.".formatted(condition);
    }
    return null;
  }

  private static boolean isNoDelay(Duration delay) {
    return delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0;
  }
}
