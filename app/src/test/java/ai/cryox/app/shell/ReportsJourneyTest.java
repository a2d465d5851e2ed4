package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.StoredReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report is asked for in the console, made, and its pages are shown.
final class ReportsJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void aReportIsMadeAndItsPagesAreShown() throws Exception {
    console.raiseAlarms();
    console.pass(Duration.ofDays(1));
    console.go(new Destination.Reports(null));
    console.await("the archive is there", () -> console.isThere("#report-new"));
    console.click("#report-new");
    console.await("it asks which", () -> !console.find("#report-make").isDisabled());
    console.click("#report-make");
    ReportQuery drafts = new ReportQuery(null, ReportState.DRAFT, null, null);
    console.await("the draft is kept", () -> !made(drafts).isEmpty());
    assertEquals("warehouse_001-2026-000001", made(drafts).getFirst().reportId());
    console.await(
        "its pages are drawn", () -> console.text("#report-page").startsWith("Page 1 of"));
  }

  private List<StoredReport> made(ReportQuery query) {
    return console.session().reports().list(query, PageRequest.first(9)).items();
  }
}
