package ai.cryox.core.report;

import java.time.Instant;

/// A letterhead as somebody saved it. Reports that were made with an older version keep that.
///
/// @param version 1 is the facility's first; 0 is not saved yet
/// @param savedAt by the backend's clock
/// @param savedBy name of whoever did; empty if that is not known
public record SavedLetterhead(
    int version, Instant savedAt, String savedBy, Letterhead letterhead) {}
