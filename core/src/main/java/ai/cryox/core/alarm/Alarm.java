package ai.cryox.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One alarm, from being raised until it is normal again; after that, history.
///
/// @param alarmId unique for ever
/// @param severity now: of the worst limit violated, or the last one before it returned
/// @param worstSeverity of this alarm so far
/// @param value °C of the last reading that changed it; NaN where the condition has no value
/// @param limit °C of the limit violated; NaN where the condition has none
/// @param peak °C, the worst value so far; NaN where the condition has no value
/// @param raisedAt event time at which it was (last) raised
/// @param raisedReceivedAt the backend's clock at that moment
/// @param returnedAt event time at which it returned, or `null`
/// @param acknowledgedAt the backend's clock, or `null`
/// @param acknowledgedBy who, or `null`
/// @param comment said when acknowledging; may be empty
/// @param message in the device's words, for what a device reports itself; else empty
/// @param occurrences how often the condition came back before anybody acknowledged, from 1
public record Alarm(
    String alarmId,
    String deviceId,
    String facilityId,
    Condition condition,
    Severity severity,
    Severity worstSeverity,
    AlarmState state,
    double value,
    double limit,
    double peak,
    Instant raisedAt,
    Instant raisedReceivedAt,
    @Nullable Instant returnedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    String comment,
    String message,
    int occurrences) {}
