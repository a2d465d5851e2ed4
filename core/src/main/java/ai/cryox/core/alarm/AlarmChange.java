package ai.cryox.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of an alarm's journal: a transition, and everything that is known of it.
///
/// @param alarmId which alarm
/// @param at the backend's clock
/// @param time event time of the reading behind it; the same as `at` where none was
/// @param event what happened
/// @param from state before
/// @param to state after
/// @param severity after
/// @param value in the condition's unit, or NaN
/// @param actor who did it; empty for the backend itself
/// @param comment what they said; may be empty
/// @param until when it ends by itself, of what was put aside for a time; else `null`
public record AlarmChange(
    String alarmId,
    Instant at,
    Instant time,
    AlarmEvent event,
    AlarmState from,
    AlarmState to,
    Severity severity,
    double value,
    String actor,
    String comment,
    @Nullable Instant until) {}
