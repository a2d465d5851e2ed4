package ai.cryox.core.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that explains what a curve does and is no alarm.
///
/// @param from when a device first said so
/// @param until when it first said that it is over; `null` if it has not yet
public record Occurrence(Kind kind, Instant from, @Nullable Instant until) {
  /// What it can be.
  public enum Kind {
    /// The door stands open.
    DOOR_OPEN,
    /// The evaporator is being defrosted.
    DEFROST
  }
}
