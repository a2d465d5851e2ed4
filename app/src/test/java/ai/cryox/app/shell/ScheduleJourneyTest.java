package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.Schedules;
import ai.cryox.core.report.StoredReport;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that is made by itself is set up in the console, paused, removed and brought back.
final class ScheduleJourneyTest {
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

  private List<Scheduled> all() {
    return console.session().reports().schedules().orElseThrow().list();
  }

  private State state() {
    return all().getFirst().schedule().state();
  }

  @Test
  void aScheduleIsAddedPausedRemovedAndBroughtBack() throws Exception {
    console.raiseAlarms();
    console.go(new Destination.Reports(null));
    console.await("the archive is there", () -> console.isThere("#report-schedules"));
    console.click("#report-schedules");
    console.await("the schedules are there", () -> console.isThere("#schedule-add"));
    console.click("#schedule-add");
    console.await("it asks which", () -> !console.find("#schedule-save").isDisabled());
    console.click("#schedule-save");
    console.await("it is kept", () -> all().size() == 1);
    ReportSchedule added = all().getFirst().schedule();
    assertEquals(ReportKind.PERIOD, added.order().kind());
    assertEquals(Cadence.MONTHLY, added.order().timing().cadence());
    console.await(
        "it is listed",
        () -> console.isThere("#schedule-pause") && !console.find("#schedule-pause").isDisabled());
    console.click("#schedule-pause");
    console.await("it is paused", () -> state() == State.PAUSED);
    console.await("that is said", () -> console.find("#undo").isVisible());
    console.click("#undo");
    console.await("it goes on", () -> state() == State.ACTIVE);
    console.await("it can go", () -> !console.find("#schedule-remove").isDisabled());
    console.click("#schedule-remove");
    console.await("it is gone", () -> all().isEmpty());
    console.await("there is a way back", () -> console.find("#undo").isVisible());
    console.click("#undo");
    console.await("it is back", () -> !all().isEmpty());
    assertEquals(added.scheduleId(), all().getFirst().schedule().scheduleId());
  }

  @Test
  void whatBecameOfAScheduleIsShownAndItsReportIsOneClickAway() throws Exception {
    console.raiseAlarms();
    Schedules schedules = console.session().reports().schedules().orElseThrow();
    ReportTiming weekly = new ReportTiming(Cadence.WEEKLY, 1, LocalTime.of(6, 30));
    ScheduleOrder order =
        new ScheduleOrder(ReportKind.CALIBRATION, "warehouse_001", null, weekly, List.of());
    ReportSchedule added = schedules.add(order);
    console.go(new Destination.Reports(null));
    console.await("the archive is there", () -> console.isThere("#report-schedules"));
    console.click("#report-schedules");
    console.await(
        "it is listed",
        () -> console.isThere("#schedule-run") && !console.find("#schedule-run").isDisabled());
    assertTrue(console.find("#schedule-open").isDisabled(), "there is none yet");
    console.click("#schedule-run");
    console.await("it is made", () -> all().getFirst().last() != null);
    StoredReport last = Objects.requireNonNull(all().getFirst().last());
    assertEquals(added.scheduleId(), last.scheduleId());
    String reportId = last.reportId();
    // The card tells what was so when it read it.
    console.press(KeyCode.ESCAPE);
    console.await("the card is gone", () -> !console.isThere("#schedule-runs"));
    console.click("#report-schedules");
    console.await("it is told", () -> reportId.equals(made("#schedule-runs")));
    console.click("#schedule-open");
    console.await("the card is gone", () -> !console.isThere("#schedule-runs"));
    console.await("the archive has it", () -> reportId.equals(made("#reports")));
  }

  /// Which report is selected, if it is made.
  private String made(String table) {
    return console.isThere(table)
            && console.table(table).getSelectionModel().getSelectedItem()
                instanceof StoredReport report
            && report.isMade()
        ? report.reportId()
        : "";
  }
}
