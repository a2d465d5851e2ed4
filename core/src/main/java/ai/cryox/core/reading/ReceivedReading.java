package ai.cryox.core.reading;

import java.time.Instant;

/// A reading and how it came in: what is stored.
///
/// @param receivedAt by the backend's clock, whole milliseconds
/// @param late whether it was older than its device's live window when it came: history, which
///   never sounds an alarm and never replaces a newer value
public record ReceivedReading(Reading reading, Instant receivedAt, boolean late) {}
