package ai.cryox.backend;

import static ai.cryox.backend.CalloutFixture.BERLIN;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Reports that are made by themselves, over a real file, on a moved clock.
abstract class WithSchedules {
  static final String FACILITY = "warehouse_001";

  @TempDir Path folder;
  CalloutFixture site;

  @BeforeEach
  final void open() {
    site = new CalloutFixture(folder.resolve("site"), Instant.parse("2026-03-01T03:00:00Z"));
    site.setUp(CalloutFixture.plan());
    site.read(-20);
    site.pass(Duration.ofSeconds(5));
    site.asking(() ->
        site.session.reports().saveLetterhead(FACILITY, new Letterhead("North", BERLIN, "en")));
  }

  @AfterEach
  final void close() {
    site.close();
  }

  final Schedules schedules(CalloutFixture of) {
    return of.session.reports().schedules().orElseThrow();
  }

  static ScheduleOrder daily(String... people) {
    return new ScheduleOrder(
        ReportKind.ALARMS,
        FACILITY,
        null,
        new ReportTiming(Cadence.DAILY, 0, LocalTime.of(6, 0)),
        List.of(people));
  }

  final ReportSchedule add(ScheduleOrder order) {
    return site.asking(() -> schedules(site).add(order));
  }

  static void make(CalloutFixture of) {
    turnUntil(of, CompletableFuture.runAsync(() -> of.backend.agents().schedules().turn()));
    of.send();
  }

  static void turnUntil(CalloutFixture of, CompletableFuture<?> done) {
    while (!done.isDone()) {
      Turning.patiently(of.backend);
      of.afterTurn.run();
    }
    done.join();
  }

  static List<StoredReport> reports(CalloutFixture of) {
    return of.session.reports().list(ReportQuery.ALL, PageRequest.first(100)).items().reversed();
  }

  final Scheduled only() {
    return schedules(site).list().getFirst();
  }

  static String text(Path data, StoredReport report) {
    assertFalse(report.document().isEmpty(), () -> report + " has no document");
    try (PDDocument pdf =
        Loader.loadPDF(data.resolve("reports").resolve(report.document() + ".pdf").toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  final List<String> trail(String what) {
    // Goes through the pipeline after all that was asked of it before.
    site.turn();
    return site
        .session
        .audit(
            new AuditQuery(Instant.EPOCH, site.now.plusSeconds(1), null, what, null),
            PageRequest.first(1_000))
        .items()
        .reversed()
        .stream()
        .map(AuditEntry::what)
        .toList();
  }

  /// Mails of reports.
  static List<Notification> mails(CalloutFixture of) {
    return of.sent.stream().filter(WithSchedules::isOfReport).toList();
  }

  static boolean isOfReport(Notification notification) {
    return "report".equals(notification.facts().get("event"));
  }
}
