package ai.cryox.backend.escalation;

import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.time.ZoneId;

/// What is to be said of a report that was made by itself.
///
/// @param facilityName as people call it
/// @param zone the facility's
/// @param dueAt when it should have been made
public record ReportMail(StoredReport report, String facilityName, ZoneId zone, Instant dueAt) {
  /// Many mail servers take no more than 10 MB, and a mail is a third longer than what is in it.
  static final long MOST_ATTACHED = 7L * 1024 * 1024;

  /// Whether the document goes along.
  boolean isAttached() {
    return report.bytes() <= MOST_ATTACHED;
  }
}
