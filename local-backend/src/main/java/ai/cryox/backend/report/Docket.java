package ai.cryox.backend.report;

import org.jspecify.annotations.Nullable;

/// What stands on a report that is kept: its number, and what it takes the place of. Such a report
/// has room for the signatures of people.
///
/// @param reportId its number with its version
/// @param version 1 is the first
/// @param corrects the version that it takes the place of, or `null`
/// @param reason why it does; may be empty
/// @param note what else is to be said, such as that it is late; may be empty
public record Docket(
    String reportId, int version, @Nullable String corrects, String reason, String note) {}
