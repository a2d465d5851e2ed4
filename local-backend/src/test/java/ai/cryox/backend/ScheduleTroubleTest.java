package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What becomes of reports that are due while something is in the way: the program is off, the disk
/// refuses, the process is killed.
class ScheduleTroubleTest extends WithSchedules {
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

  private ReportSchedule.@Nullable Pending tryOnce() {
    make(site);
    return only().schedule().pending();
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
                      .filter(WithSchedules::isOfReport)
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
