package ai.cryox.core.alarm;

/// What to do about an alarm, in place of what the program says.
///
/// @param zone only for devices of this zone; empty for all that have no text of their own
/// @param condition of the alarm
/// @param text not blank
public record Guidance(String zone, Condition condition, String text) {}
