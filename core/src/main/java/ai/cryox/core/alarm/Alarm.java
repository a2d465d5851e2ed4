package ai.cryox.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One alarm, from being raised (or put aside) until it is normal again; after that, history.
///
/// Value, limit and peak are measured in {@link Condition#unit}.
///
/// @param alarmId unique for ever
/// @param deviceId the device, or the part of the system: `/store`, `/link/NAME` …
/// @param facilityId the device's facility; empty for what concerns all
/// @param severity now: of the worst limit violated, or the last one before it returned
/// @param worstSeverity of this alarm so far
/// @param life where it is
/// @param value of the last reading that changed it; NaN where the condition has no value
/// @param limit the limit violated; NaN where the condition has none
/// @param peak the worst value of this occurrence so far; NaN where the condition has no value
/// @param raisedAt event time at which it was (last) raised; the moment it was put aside, of one
///   that was normal then
/// @param raisedReceivedAt the backend's clock at that moment
/// @param returnedAt event time at which it returned, or `null`
/// @param acknowledgedAt the backend's clock, or `null`
/// @param acknowledgedBy who, or `null`
/// @param comment said when acknowledging; may be empty
/// @param message in the words of the device or of the part of the system; may be empty
/// @param occurrences how often the condition came; 0 of one that was put aside while normal
/// @param hold why it is put aside, or `null` if it is not
public record Alarm(
    String alarmId,
    String deviceId,
    String facilityId,
    Condition condition,
    Severity severity,
    Severity worstSeverity,
    AlarmLife life,
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
    int occurrences,
    @Nullable Hold hold) {
  /// How the ids of the system's own parts begin; no device's does.
  public static final String SYSTEM = "/";

  /// Where it is.
  public AlarmState state() {
    return life.state();
  }

  /// Whether its condition is present, put aside or not.
  public boolean isConditionPresent() {
    return life.isConditionPresent();
  }

  /// Whether it concerns the system itself and not a device.
  public boolean isSystem() {
    return deviceId.startsWith(SYSTEM);
  }

  /// What it is the one alarm of.
  public AlarmKey key() {
    return new AlarmKey(deviceId, condition);
  }
}
