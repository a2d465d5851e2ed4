package ai.cryox.backend;

import static ai.cryox.backend.CalloutFixture.BERLIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports that are made by themselves, over a real file, on a moved clock.
class ScheduledReportsTest {
  private static final String FACILITY = "warehouse_001";

  @TempDir Path folder;
  private CalloutFixture site;

  @BeforeEach
  void open() {
    site = new CalloutFixture(folder.resolve("site"), Instant.parse("2026-03-01T03:00:00Z"));
    site.setUp(CalloutFixture.plan());
    site.read(-20);
    site.pass(Duration.ofSeconds(5));
    site.asking(() ->
        site.session.reports().saveLetterhead(FACILITY, new Letterhead("North", BERLIN, "en")));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Schedules schedules(CalloutFixture of) {
    return of.session.reports().schedules().orElseThrow();
  }

  private static ScheduleOrder daily(String... people) {
    return new ScheduleOrder(
        ReportKind.ALARMS,
        FACILITY,
        null,
        new ReportTiming(Cadence.DAILY, 0, LocalTime.of(6, 0)),
        List.of(people));
  }

  private ReportSchedule add(ScheduleOrder order) {
    return site.asking(() -> schedules(site).add(order));
  }

  private static void make(CalloutFixture of) {
    turnUntil(of, CompletableFuture.runAsync(() -> of.backend.agents().schedules().turn()));
    of.send();
  }

  /// Lets the pipeline wait for work instead of asking without pause: whoever makes a report needs
  /// the processor.
  private static void turnUntil(CalloutFixture of, CompletableFuture<?> done) {
    try {
      while (!done.isDone()) {
        of.backend.agent().turn(Duration.ofMillis(5));
        of.afterTurn.run();
      }
      done.join();
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private static List<StoredReport> reports(CalloutFixture of) {
    return of.session.reports().list(ReportQuery.ALL, PageRequest.first(100)).items().reversed();
  }

  private Scheduled only() {
    return schedules(site).list().getFirst();
  }

  private static String text(Path data, StoredReport report) {
    assertFalse(report.document().isEmpty(), () -> report + " has no document");
    try (PDDocument pdf =
        Loader.loadPDF(data.resolve("reports").resolve(report.document() + ".pdf").toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> trail(String what) {
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

  @Test
  void aDailyReportComesEachMorningOfTheFacilityAsADraftAndByMail() {
    ReportSchedule added = add(daily("anna", "sven"));
    assertEquals(Instant.parse("2026-03-01T05:00:00Z"), added.nextAt());
    site.now = Instant.parse("2026-03-01T04:59:59Z");
    make(site);
    assertEquals(List.of(), reports(site));
    site.now = Instant.parse("2026-03-01T05:00:00Z");
    make(site);
    StoredReport report = reports(site).getFirst();
    assertEquals("warehouse_001-2026-000001", report.reportId());
    assertEquals(ReportState.DRAFT, report.state());
    assertEquals(Instant.parse("2026-02-27T23:00:00Z"), report.order().from());
    assertEquals(Instant.parse("2026-02-28T23:00:00Z"), report.order().until());
    assertEquals("", report.note());
    assertEquals(Instant.parse("2026-03-02T05:00:00Z"), only().schedule().nextAt());
    assertEquals(report, only().last());
    List<Notification> mails = mails(site);
    assertEquals(
        List.of("anna", "sven"), mails.stream().map(Notification::personId).sorted().toList());
    Notification german =
        mails.stream().filter(m -> m.personId().equals("anna")).findFirst().orElseThrow();
    assertEquals("Bericht warehouse_001-2026-000001: Alarmprotokoll, 2026-02-28", german.subject());
    assertTrue(german.text().contains("Das PDF liegt bei"), german::text);
    assertEquals(report.document(), german.facts().get(Enclosure.FACT));
    assertTrue(trail("report").containsAll(List.of("report.schedule.add", "report.make")));
    make(site);
    assertEquals(1, reports(site).size(), "the same day was reported twice");
  }

  @Test
  void theDayOnWhichTheClocksArePutForwardHas23Hours() {
    site.now = Instant.parse("2026-03-29T12:00:00Z");
    ReportSchedule added = add(daily());
    assertEquals(Instant.parse("2026-03-30T04:00:00Z"), added.nextAt());
    site.now = added.nextAt();
    make(site);
    StoredReport report = reports(site).getFirst();
    assertEquals(
        Duration.ofHours(23), Duration.between(report.order().from(), report.order().until()));
  }

  @Test
  void whatFellDueWhileTheProgramWasOffIsMadeAfterTheStartAndSaysSo() {
    add(daily("sven"));
    site.now = Instant.parse("2026-03-03T09:30:00Z");
    site.restart();
    make(site);
    List<StoredReport> made = reports(site);
    assertEquals(3, made.size());
    List<Instant> untils = made.stream().map(one -> one.order().until()).sorted().toList();
    assertEquals(
        List.of(
            Instant.parse("2026-02-28T23:00:00Z"),
            Instant.parse("2026-03-01T23:00:00Z"),
            Instant.parse("2026-03-02T23:00:00Z")),
        untils);
    for (StoredReport one : made) {
      assertTrue(one.note().contains("did not run"), one::note);
      assertTrue(
          text(folder.resolve("site"), one).contains(one.note().replaceAll("[\\s\u00a0]+", "")),
          one::note);
    }
    for (Notification mail : mails(site)) {
      assertTrue(mail.text().contains("is late, because"), mail::text);
    }
    assertEquals(3, mails(site).size());
    assertEquals(Instant.parse("2026-03-04T05:00:00Z"), only().schedule().nextAt());
  }

  @Test
  void whatIsTooLongAgoIsNotMadeUpForAndTheTrailSaysSo() {
    add(daily());
    site.now = Instant.parse("2026-05-20T09:00:00Z");
    site.restart();
    CompletableFuture<Void> making =
        CompletableFuture.runAsync(() -> site.backend.agents().schedules().turn());
    while (reports(site).isEmpty()) {
      site.turn();
    }
    site.backend.agents().schedules().close();
    turnUntil(site, making);
    StoredReport first = reports(site).getFirst();
    assertEquals(Instant.parse("2026-03-19T23:00:00Z"), first.order().until());
    assertEquals(1, trail("report.schedule.skip").size());
  }

  @Test
  void whatFailsIsTriedAgainUnderItsNumberRaisesAnAlarmAndEndsIt() throws IOException {
    add(daily("sven"));
    Path inTheWay = folder.resolve("site").resolve("reports");
    Files.writeString(inTheWay, "no folder");
    site.now = Instant.parse("2026-03-01T05:00:00Z");
    for (int failures = 1; failures <= 3; failures++) {
      make(site);
      ReportSchedule.Pending pending = Objects.requireNonNull(only().schedule().pending());
      assertEquals(failures, pending.attempts());
      assertEquals("warehouse_001-2026-000001", pending.reportId());
      assertTrue(pending.failure().contains("cannot be made"), pending::failure);
      assertEquals(failures >= 3 ? 1 : 0, failed().size());
      make(site);
      assertEquals(
          failures,
          Objects.requireNonNull(only().schedule().pending()).attempts(),
          "tried again at once");
      site.now = pending.tryAt();
    }
    assertTrue(failed().getFirst().message().contains("failed 3 times"), failed()::toString);
    assertEquals(List.of(), mails(site));
    Files.delete(inTheWay);
    make(site);
    assertEquals(1, reports(site).size());
    assertEquals(ReportState.DRAFT, reports(site).getFirst().state());
    site.pass(Duration.ofSeconds(5));
    assertFalse(
        failed().stream().anyMatch(Alarm::isConditionPresent),
        () -> "the alarm stands: " + failed());
    assertEquals(1, mails(site).size());
  }

  /// Mails of reports.
  private static List<Notification> mails(CalloutFixture of) {
    return of.sent.stream().filter(ScheduledReportsTest::isOfReport).toList();
  }

  private static boolean isOfReport(Notification notification) {
    return "report".equals(notification.facts().get("event"));
  }

  private List<Alarm> failed() {
    site.now = site.now.plusMillis(200);
    site.turn();
    return site.active().stream()
        .filter(alarm -> alarm.condition() == Condition.REPORT_FAILED)
        .toList();
  }

  @Test
  void whatFailsForADayIsVoidUnderItsNumberAndTheNextOneComes() throws IOException {
    add(daily());
    Path inTheWay = folder.resolve("site").resolve("reports");
    Files.writeString(inTheWay, "no folder");
    site.now = Instant.parse("2026-03-01T05:00:00Z");
    for (ReportSchedule.Pending pending;
        (pending = tryOnce()) != null && pending.attempts() < 24; ) {
      site.now = pending.tryAt();
    }
    StoredReport first = reports(site).getFirst();
    assertEquals(ReportState.VOID, first.state());
    assertTrue(first.reason().contains("cannot be made"), first::reason);
    Files.delete(inTheWay);
    site.now = Instant.parse("2026-03-02T05:00:00Z");
    make(site);
    assertEquals(
        List.of(ReportState.VOID, ReportState.DRAFT),
        reports(site).stream().map(StoredReport::state).toList());
  }

  private ReportSchedule.@org.jspecify.annotations.Nullable Pending tryOnce() {
    make(site);
    return only().schedule().pending();
  }

  @Test
  void whatIsPausedIsNotMadeUpForAndWhatIsRemovedCanBeBroughtBack() {
    String id = add(daily()).scheduleId();
    site.asking(() -> schedules(site).move(id, ReportSchedule.State.PAUSED));
    site.now = Instant.parse("2026-03-04T09:00:00Z");
    make(site);
    assertEquals(List.of(), reports(site));
    site.asking(() -> schedules(site).move(id, ReportSchedule.State.ACTIVE));
    make(site);
    assertEquals(List.of(), reports(site));
    assertEquals(Instant.parse("2026-03-05T05:00:00Z"), only().schedule().nextAt());
    site.asking(() -> schedules(site).move(id, ReportSchedule.State.REMOVED));
    assertEquals(List.of(), schedules(site).list());
    site.asking(() -> schedules(site).move(id, ReportSchedule.State.ACTIVE));
    assertEquals(id, only().schedule().scheduleId());
    assertEquals(
        List.of(
            "report.schedule.add",
            "report.schedule.pause",
            "report.schedule.resume",
            "report.schedule.remove",
            "report.schedule.restore"),
        trail("report.schedule"));
  }

  @Test
  void whatIsAskedForNowIsTheLastWholePeriodAndIsNotMadeAgainWhenItIsDue() {
    String id = add(daily()).scheduleId();
    site.asking(() -> schedules(site).run(id));
    make(site);
    StoredReport report = reports(site).getFirst();
    assertEquals(Instant.parse("2026-02-28T23:00:00Z"), report.order().until());
    assertRefused(report.reportId(), () -> site.asking(() -> schedules(site).run(id)));
    site.now = Instant.parse("2026-03-01T05:00:00Z");
    make(site);
    assertEquals(1, reports(site).size(), "the same day was reported twice");
    assertEquals(Instant.parse("2026-03-02T05:00:00Z"), only().schedule().nextAt());
  }

  @Test
  void aFacilityThatReadsAnotherClockHasItsReportsByThat() {
    add(daily());
    site.asking(() ->
        site.session
            .reports()
            .saveLetterhead(
                FACILITY, new Letterhead("North", java.time.ZoneId.of("Asia/Tokyo"), "en")));
    assertEquals(Instant.parse("2026-03-01T21:00:00Z"), only().schedule().nextAt());
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    assertRefused(
        "nowhere",
        () ->
            add(
                new ScheduleOrder(
                    ReportKind.ALARMS, "nowhere", null, daily().timing(), List.of())));
    assertRefused(
        "which",
        () -> add(new ScheduleOrder(ReportKind.UNIT, FACILITY, null, daily().timing(), List.of())));
    assertRefused("nobody", () -> add(daily("nobody")));
    assertRefused("each once", () -> add(daily("anna", "anna")));
    assertRefused(
        "1 to 28",
        () ->
            add(
                new ScheduleOrder(
                    ReportKind.ALARMS,
                    FACILITY,
                    null,
                    new ReportTiming(Cadence.MONTHLY, 31, LocalTime.NOON),
                    List.of())));
    assertRefused(
        "no schedule",
        () -> site.asking(() -> schedules(site).move("x", ReportSchedule.State.PAUSED)));
  }

  private static void assertRefused(String words, Runnable what) {
    CompletionException refused = assertThrows(CompletionException.class, what::run);
    Throwable why = Objects.requireNonNull(refused.getCause());
    assertEquals(IllegalArgumentException.class, why.getClass(), why::toString);
    assertTrue(String.valueOf(why.getMessage()).contains(words), why::getMessage);
  }

  /// The data folder is copied at each step, as if the process had been killed there.
  @Test
  void killedAnywhereAPeriodHasOneNumberOneDocumentAndAtLeastOneMail() {
    add(daily("sven"));
    site.now = Instant.parse("2026-03-01T05:00:00Z");
    List<Path> images = new ArrayList<>();
    List<String> seen = new ArrayList<>(List.of(""));
    site.afterTurn =
        () -> {
          String now =
              reports(site).stream().map(StoredReport::state).toList()
                  + " "
                  + site.callouts().recent(PageRequest.first(10)).items().stream()
                      .filter(ScheduledReportsTest::isOfReport)
                      .map(Notification::state)
                      .toList();
          if (!now.equals(seen.getLast())) {
            seen.add(now);
            images.add(copy(folder.resolve("image-" + images.size())));
          }
        };
    make(site);
    site.afterTurn = () -> {};
    assertTrue(
        seen.containsAll(List.of("[MAKING] []", "[DRAFT] [PENDING]", "[DRAFT] [DELIVERED]")),
        seen::toString);
    for (Path image : images) {
      try (CalloutFixture again = new CalloutFixture(image, site.now.plusSeconds(5))) {
        List<Notification> delivered =
            again.callouts().recent(PageRequest.first(10)).items().stream()
                .filter(one -> one.deliveredAt() != null && isOfReport(one))
                .toList();
        again.asking(() -> {
          again.backend.recover();
          return true;
        });
        make(again);
        again.pass(Duration.ofSeconds(10));
        List<StoredReport> after = reports(again);
        assertEquals(1, after.size(), image::toString);
        assertEquals(ReportState.DRAFT, after.getFirst().state(), image::toString);
        assertTrue(text(image, after.getFirst()).contains("000001"), image::toString);
        assertEquals(1, delivered.size() + mails(again).size(), image::toString);
      }
    }
  }

  /// The write-ahead log first: whatever is worked off meanwhile is then in the copy twice, and
  /// never missing.
  private Path copy(Path image) {
    Path from = folder.resolve("site");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> !file.toString().endsWith("-wal")))
              .toList()) {
        if (!file.toString().endsWith("-shm") && Files.exists(file)) {
          Path to = image.resolve(from.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
      return image;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
