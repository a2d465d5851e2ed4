package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportSchedule.State;
import ai.cryox.core.report.Scheduled;
import java.nio.file.Path;
import java.util.List;
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
}
