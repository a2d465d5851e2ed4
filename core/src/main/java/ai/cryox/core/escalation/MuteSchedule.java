package ai.cryox.core.escalation;

import ai.cryox.core.alarm.Alarm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hours in which certain alarms are not told by certain channels. It mutes the telling and nothing
/// else: alarms are raised, recorded and escalated as ever, and the later steps of a policy come
/// when they are due.
///
/// @param name for people
/// @param match which alarms
/// @param channels by which they are not told; empty means any
/// @param zone whose wall clock counts
/// @param hours when
public record MuteSchedule(
    String name, AlarmMatch match, Set<ChannelKind> channels, ZoneId zone, WeeklyHours hours) {
  public MuteSchedule {
    channels = Set.copyOf(channels);
  }

  /// Whether an alarm is not to be told by a channel at a moment.
  public boolean mutes(Alarm alarm, ChannelKind channel, Instant moment) {
    return (channels.isEmpty() || channels.contains(channel))
        && match.matches(alarm)
        && hours.contains(moment, zone);
  }

  /// Why this schedule makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    return name.isBlank() ? "A mute schedule needs a name." : hours.problem();
  }
}
