package ai.cryox.core.classify;

import java.time.Instant;

/// Limits by which a device's readings are judged from a time on, until others hold.
///
/// @param from the first reading's time that they judge; the epoch if it is not known since when
public record HeldLimits(Instant from, StorageProfile limits) {}
