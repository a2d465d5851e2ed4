package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.StoredReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// When a report is due, what it is about and who gets it.
class ScheduledReportsTest extends WithSchedules {
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
            .saveLetterhead(FACILITY, new Letterhead("North", ZoneId.of("Asia/Tokyo"), "en")));
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
}
