package ai.cryox.core.alarm;

/// What there is at most one active alarm for.
///
/// @param deviceId a device, or a part of the system (see {@link Alarm#isSystem})
/// @param condition what is wrong with it
public record AlarmKey(String deviceId, Condition condition) {}
