package ai.cryox.core.reading;

import java.time.Instant;

/// What the readings of one window amount to. Windows are those of stream analytics: (end −
/// resolution, end], aligned to the epoch and stamped with their end.
///
/// @param end the window's last instant
/// @param smallest in the unit of what was measured, such as °C; like `mean` and `largest`
/// @param count readings in the window, at least 1: empty windows have no bucket
public record Bucket(Instant end, double smallest, double mean, double largest, long count) {}
