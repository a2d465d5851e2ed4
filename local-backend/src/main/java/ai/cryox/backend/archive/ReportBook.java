package ai.cryox.backend.archive;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.store.SqliteReportStore;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.StoredReport;
import ai.cryox.core.report.StoredReport.Maker;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives reports their numbers and moves them from state to state. On the pipeline's thread only.
///
/// @param store what is durable
record ReportBook(SqliteReportStore store) {
  /// A report as it is, with what this batch has done to it.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  StoredReport require(String reportId, Batch batch) {
    StoredReport touched = batch.reports.now.get(reportId);
    return touched != null ? touched : store.find(reportId).orElseThrow(() -> unknown(reportId));
  }

  static IllegalArgumentException unknown(String reportId) {
    return new IllegalArgumentException("There is no report '%s'.".formatted(reportId));
  }

  /// Begins a report: from now on its number is used.
  ///
  /// @param zone of the facility, whose calendar says the year
  StoredReport begin(
      ReportOrder order,
      ZoneId zone,
      Maker maker,
      @Nullable String scheduleId,
      String note,
      Batch batch) {
    int year = batch.now().atZone(zone).getYear();
    int number = store.lastNumber(order.facilityId(), year);
    for (StoredReport other : batch.reports.now.values()) {
      if (other.facilityId().equals(order.facilityId()) && other.year() == year) {
        number = Math.max(number, other.number());
      }
    }
    return put(fresh(order, year, number + 1, 1, maker, null, "", scheduleId, note, batch), batch);
  }

  /// Begins the next version of a report.
  ///
  /// @throws IllegalArgumentException if it cannot be corrected now, with a sentence
  StoredReport beginCorrection(String reportId, String reason, Maker maker, Batch batch) {
    StoredReport old = require(reportId, batch);
    if (!old.isMade() || old.state() == ReportState.DRAFT) {
      throw new IllegalArgumentException(
          "%s was not signed yet; withdraw it and make another.".formatted(reportId));
    }
    int version = store.lastVersion(old.facilityId(), old.year(), old.number());
    for (StoredReport other : batch.reports.now.values()) {
      if (other.facilityId().equals(old.facilityId())
          && other.year() == old.year()
          && other.number() == old.number()) {
        version = Math.max(version, other.version());
      }
    }
    return put(
        fresh(
            old.order(),
            old.year(),
            old.number(),
            version + 1,
            maker,
            reportId,
            reason,
            null,
            "",
            batch),
        batch);
  }

  private static StoredReport fresh(
      ReportOrder order,
      int year,
      int number,
      int version,
      Maker maker,
      @Nullable String corrects,
      String reason,
      @Nullable String scheduleId,
      String note,
      Batch batch) {
    return new StoredReport(
        StoredReport.id(order.facilityId(), year, number, version),
        order,
        year,
        number,
        version,
        maker,
        batch.now(),
        ReportState.MAKING,
        "",
        "",
        "",
        0,
        0,
        corrects,
        reason,
        scheduleId,
        note,
        List.of());
  }

  /// Replaces a report.
  StoredReport put(StoredReport report, Batch batch) {
    batch.reports.now.put(report.reportId(), report);
    return report;
  }
}
