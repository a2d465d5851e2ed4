package ai.cryox.core.report;

import org.jspecify.annotations.Nullable;

/// A schedule and what became of it last.
///
/// @param last the newest report that was made of it or given up, or `null`
public record Scheduled(ReportSchedule schedule, @Nullable StoredReport last) {}
