package ai.cryox.backend.ingest;

import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.StoredReport;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one group commit makes durable of reports.
public final class ReportChanges {
  /// Reports by id, as they are now.
  public final Map<String, StoredReport> now = new LinkedHashMap<>();

  /// New letterheads by facility.
  public final Map<String, SavedLetterhead> letterheads = new LinkedHashMap<>();

  /// Schedules by id, as they are now.
  public final Map<String, ReportSchedule> schedules = new LinkedHashMap<>();

  boolean hasChanges() {
    return !now.isEmpty() || !letterheads.isEmpty() || !schedules.isEmpty();
  }
}
