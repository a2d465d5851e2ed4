package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody is to be told of an alarm, by one channel.
///
/// @param alarm as it is
/// @param occasion why now
/// @param step of the policy, from 0
/// @param channel by what
/// @param person who, or `null` on a channel that is one place for all
/// @param wasDue when it should have happened, if the backend was off then; else `null`
public record Call(
    Alarm alarm,
    Occasion occasion,
    int step,
    ChannelKind channel,
    @Nullable Person person,
    @Nullable Instant wasDue) {
  /// Why somebody is told.
  public enum Occasion {
    /// The alarm is new, or rose, and this is the first step.
    FIRST,
    /// Told before, and nobody has acknowledged.
    REPEATED,
    /// Those told before have not acknowledged.
    NEXT_STEP,
    /// A step found nobody, so this person is told instead.
    FALLBACK,
    /// It came back several times since it was last told.
    SUMMARY,
    /// Another channel to the same person has failed.
    OTHER_CHANNEL
  }
}
