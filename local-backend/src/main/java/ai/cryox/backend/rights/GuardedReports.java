package ai.cryox.backend.rights;

import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one person may see, make and sign of reports. Who sees a facility sees its reports, but the
/// audit trail only who may read it.
record GuardedReports(Reports reports, Rights rights) implements Reports {
  @Override
  public Page<StoredReport> list(ReportQuery query, PageRequest page) {
    String asked = query.facilityId();
    if (asked != null) {
      rights.require(Action.WATCH, asked);
    } else {
      rights.requireSomewhere(Action.WATCH);
    }
    return rights.watchesEverything()
        ? reports.list(query, page)
        : VisiblePages.of(
            page, part -> reports.list(query, part), report -> rights.watches(report.facilityId()));
  }

  @Override
  public StoredReport get(String reportId) {
    StoredReport report = reports.get(reportId);
    rights.require(Action.WATCH, report.facilityId());
    return report;
  }

  @Override
  public StoredReport make(ReportOrder order, ReportWatch watch) {
    require(Action.MAKE_REPORT, order);
    return reports.make(order, watch);
  }

  private void require(Action action, ReportOrder order) {
    rights.require(action, order.facilityId());
    if (order.kind() == ReportKind.AUDIT) {
      rights.requireEverywhere(Action.SEE_AUDIT);
    }
  }

  @Override
  public StoredReport correct(String reportId, String reason, ReportWatch watch) {
    require(Action.MAKE_REPORT, reports.get(reportId).order());
    return reports.correct(reportId, reason, watch);
  }

  /// A password is wiped whatever becomes of it.
  @Override
  public StoredReport sign(String reportId, ReportStep step, char[] password, String comment) {
    try {
      StoredReport report = reports.get(reportId);
      require(step.action(report.state()), report.order());
      return reports.sign(reportId, step, password, comment);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public void export(String reportId, ReportForm form, Consumer<byte[]> into) {
    require(Action.WATCH, reports.get(reportId).order());
    reports.export(reportId, form, into);
  }

  @Override
  public Optional<Schedules> schedules() {
    return reports.schedules().map(all -> new GuardedSchedules(all, rights));
  }

  @Override
  public List<NamedFacility> facilities() {
    rights.requireSomewhere(Action.WATCH);
    return reports.facilities().stream().filter(one -> rights.watches(one.facilityId())).toList();
  }

  @Override
  public @Nullable String nameOf(String facilityId) {
    return rights.watches(facilityId) ? reports.nameOf(facilityId) : null;
  }

  @Override
  public Letterhead letterhead(String facilityId) {
    rights.require(Action.WATCH, facilityId);
    return reports.letterhead(facilityId);
  }

  @Override
  public Letterhead saveLetterhead(String facilityId, Letterhead letterhead) {
    rights.require(Action.SET_UP_REPORTS, facilityId);
    return reports.saveLetterhead(facilityId, letterhead);
  }
}
