package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every backend answers of the reports that are made by themselves.
interface SchedulesContract extends Ground {
  private Schedules schedules() {
    return session().reports().schedules().orElseThrow();
  }

  private Schedules atTheDesk() {
    return site().desk.reports().schedules().orElseThrow();
  }

  private static ScheduleOrder order(ReportKind kind, @Nullable String deviceId, LocalTime at) {
    return new ScheduleOrder(
        kind, Site.NORTH, deviceId, new ReportTiming(Cadence.WEEKLY, 1, at), List.of());
  }

  private static ScheduleOrder weekly() {
    return order(ReportKind.CALIBRATION, null, LocalTime.of(6, 30));
  }

  @Test
  default void aScheduleIsAddedPausedRemovedAndBroughtBack() {
    assertTrue(session().features().contains(Feature.SCHEDULES));
    assertEquals(List.of(), schedules().list());
    session()
        .reports()
        .saveLetterhead(Site.NORTH, new Letterhead("Kühlhaus Nord", ZoneId.of("Asia/Tokyo"), "de"));
    ReportSchedule added = schedules().add(weekly());
    assertEquals(weekly(), added.order());
    assertEquals("Ada", added.by().name());
    assertEquals(ZoneId.of("Asia/Tokyo"), added.zone());
    assertEquals(LocalTime.of(6, 30), added.nextAt().atZone(added.zone()).toLocalTime());
    ReportSchedule unit =
        schedules().add(order(ReportKind.UNIT, "temp_001", LocalTime.of(6, 30, 15)));
    assertEquals(
        List.of(new Scheduled(added, null), new Scheduled(unit, null)), schedules().list());
    assertEquals(atTheDesk().list(), schedules().list());
    assertEquals(State.PAUSED, schedules().move(added.scheduleId(), State.PAUSED).state());
    assertEquals(added, schedules().move(added.scheduleId(), State.ACTIVE));
    ReportSchedule gone = schedules().move(added.scheduleId(), State.REMOVED);
    assertEquals(State.REMOVED, gone.state());
    assertEquals(List.of(new Scheduled(unit, null)), schedules().list());
    assertEquals(gone, schedules().get(added.scheduleId()));
    assertEquals(added, schedules().move(added.scheduleId(), State.ACTIVE));
    AuditQuery what =
        new AuditQuery(
            site().begin.minusSeconds(60), site().begin.plusSeconds(600), null, null, null);
    assertEquals(
        List.of("add", "add", "pause", "resume", "remove", "restore"),
        session().audit(what, PageRequest.first(100)).items().stream()
            .map(AuditEntry::what)
            .filter(line -> line.startsWith("report.schedule."))
            .map(line -> line.substring("report.schedule.".length()))
            .toList()
            .reversed());
  }

  @Test
  default void aScheduleThatMakesNoSenseIsRefusedInASentence() {
    for (ScheduleOrder nonsense :
        List.of(
            order(ReportKind.UNIT, null, LocalTime.NOON),
            order(ReportKind.UNIT, "nobody", LocalTime.NOON),
            new ScheduleOrder(ReportKind.ALARMS, "nowhere", null, weekly().timing(), List.of()),
            new ScheduleOrder(
                ReportKind.ALARMS,
                Site.NORTH,
                null,
                new ReportTiming(Cadence.MONTHLY, 31, LocalTime.NOON),
                List.of()),
            new ScheduleOrder(
                ReportKind.ALARMS, Site.NORTH, null, weekly().timing(), List.of("nobody")))) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> schedules().add(nonsense));
      assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused::toString);
    }
    assertEquals(List.of(), schedules().list());
    assertThrows(IllegalArgumentException.class, () -> schedules().get("weekly-none"));
    assertThrows(
        IllegalArgumentException.class, () -> schedules().move("weekly-none", State.PAUSED));
    assertThrows(IllegalArgumentException.class, () -> schedules().run("weekly-none"));
  }

  @Test
  default void whatIsAskedForNowIsMadeOnceAndListedByItsSchedule() {
    ReportSchedule added = schedules().add(weekly());
    String scheduleId = added.scheduleId();
    assertNull(schedules().list().getFirst().last());
    ReportSchedule running = schedules().run(scheduleId);
    String reportId = Objects.requireNonNull(running.pending()).reportId();
    assertTrue(reportId.startsWith("north-") && reportId.endsWith("-000001"), reportId);
    Await.until("the report", () -> schedules().list().getFirst().last() != null);
    StoredReport made = session().reports().get(reportId);
    assertEquals(ReportState.DRAFT, made.state());
    assertEquals(scheduleId, made.scheduleId());
    assertEquals(List.of(new Scheduled(added, made)), schedules().list());
    assertEquals(List.of(made), made(scheduleId));
    assertEquals(List.of(), made("weekly-none"));
    assertRefused(reportId, scheduleId);
    schedules().move(scheduleId, State.PAUSED);
    assertRefused("paused", scheduleId);
    assertEquals(List.of(made), made(scheduleId));
  }

  private List<StoredReport> made(String scheduleId) {
    return session()
        .reports()
        .list(ReportQuery.ofSchedule(scheduleId), PageRequest.first(5))
        .items();
  }

  private void assertRefused(String because, String scheduleId) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> schedules().run(scheduleId));
    assertTrue(String.valueOf(refused.getMessage()).contains(because), refused::toString);
  }
}
