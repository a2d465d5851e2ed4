package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.page.PageRequest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people write of excursions: cause, corrective and preventive action.
class CapaTest {
  private static final String DEVICE = "temp_001";

  @TempDir Path folder;
  private SteppedBackend backend;
  private Instant start;
  private String device = DEVICE;

  @BeforeEach
  void open() {
    backend = new SteppedBackend(folder);
    start = backend.now;
    warm(DEVICE, 3.0);
  }

  /// Half an hour in which it is warm for a while.
  private void warm(String deviceId, double usual) {
    for (int minute = 0; minute <= 30; minute++) {
      backend.read(deviceId, backend.now, minute > 5 && minute < 25 ? 9.4 : usual);
      backend.pass(Duration.ofMinutes(1));
    }
    backend.settle();
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private Excursion excursion() {
    return backend.excursions(device).stream()
        .filter(one -> one.condition() == Condition.HIGH)
        .findFirst()
        .orElseThrow();
  }

  private CapaDraft draft(int after, String cause, boolean done) {
    return new CapaDraft(
        device,
        Condition.HIGH,
        excursion().start(),
        after,
        cause,
        "Closed the door.",
        "A closer on the door.",
        "Sven",
        LocalDate.of(2026, 4, 1),
        done);
  }

  private CapaNote write(CapaDraft draft) {
    return backend.asking(() -> backend.session().notebook().writeCapa(draft));
  }

  private List<CapaNote> notes() {
    return CapaNote.of(excursion(), backend.session().notebook().capa(device));
  }

  @Test
  void eachTimeIsANewVersionAndTheTrailHasAllOfBoth() {
    CapaNote first = write(draft(0, "The door stood open.", false));
    assertEquals(1, first.version());
    backend.pass(Duration.ofHours(1));
    CapaNote second = write(draft(1, "The door's spring is broken.", true));
    assertEquals(List.of(first, second), notes());
    backend.turn();
    List<AuditEntry> trail =
        backend
            .session()
            .audit(
                new AuditQuery(
                    Instant.EPOCH, backend.now.plusSeconds(1), null, "excursion.capa", null),
                PageRequest.first(9))
            .items();
    assertEquals(2, trail.size());
    AuditEntry.Change change = Objects.requireNonNull(trail.getFirst().change());
    assertTrue(Objects.requireNonNull(change.before()).contains("stood open"), change::toString);
    assertTrue(Objects.requireNonNull(change.after()).contains("spring"), change::toString);
    assertEquals(excursion().excursionId(), trail.getFirst().subject());
    backend.restart();
    assertEquals(2, notes().size());
  }

  @Test
  void whoHasNotSeenTheNewestVersionOverwritesNothing() {
    assertEquals(1, write(draft(0, "The door stood open.", false)).version());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> write(draft(0, "Defrost.", false)));
    assertTrue(String.valueOf(refused.getMessage()).contains("version 1"), refused::getMessage);
    assertEquals(1, notes().size());
  }

  @Test
  void whatNoPageCanShowIsLeftOut() {
    CapaNote note = write(draft(0, " The door\tstood open.\r\nAgain.\u0000 ", false));
    assertEquals("The door stood open.\nAgain.", note.cause());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    for (CapaDraft nonsense :
        List.of(
            draft(0, "x".repeat(CapaDraft.LONGEST + 1), false),
            new CapaDraft(
                DEVICE, Condition.HIGH, excursion().start(), 0, " ", "", "", "", null, false),
            new CapaDraft(
                DEVICE, Condition.HIGH, excursion().start(), 0, "Door.", "", "", "", null, true),
            new CapaDraft(
                DEVICE, Condition.LOW, excursion().start(), 0, "Door.", "", "", "", null, false),
            new CapaDraft(
                "nobody", Condition.HIGH, excursion().start(), 0, "Door.", "", "", "", null, false),
            new CapaDraft(
                DEVICE,
                Condition.HIGH,
                start.minus(Duration.ofDays(1)),
                0,
                "Door.",
                "",
                "",
                "",
                null,
                false))) {
      assertThrows(IllegalArgumentException.class, () -> write(nonsense), nonsense::toString);
    }
    assertEquals(List.of(), notes());
  }

  /// A logger that was offline delivers what came before.
  @Test
  void aNoteStaysWithAnExcursionThatBeginsEarlierOnceLateReadingsCame() {
    Instant before = excursion().start();
    assertEquals(1, write(draft(0, "The door stood open.", false)).version());
    for (int second = 10; second < 60; second += 10) {
      backend.read(DEVICE, before.minusSeconds(60 - second), 9.6);
    }
    backend.settle();
    assertTrue(excursion().start().isBefore(before), () -> excursion().toString());
    assertEquals(1, notes().size());
    assertEquals(2, write(draft(1, "The door's spring is broken.", true)).version());
  }

  /// Readings that were cool came late from between those that were warm.
  @Test
  void aNoteStaysWithWhatLateReadingsLeftOfAnExcursion() {
    device = "temp_002";
    backend.read(device, backend.now, 5.0);
    backend.settle();
    backend.asking(
        () -> backend.session().assignProfile(device, StorageProfiles.REFRIGERATOR.id()));
    warm(device, 5.0);
    Instant began = excursion().start();
    assertEquals(1, write(draft(0, "The door stood open.", false)).version());
    // Of the first minutes nothing is left that lasts as long as its on-delay.
    for (int second = 1; second < 300; second += 7) {
      backend.read(device, began.plusSeconds(second), 5.0);
    }
    backend.settle();
    assertTrue(excursion().start().isAfter(began), () -> excursion().toString());
    assertEquals(List.of("The door stood open."), notes().stream().map(CapaNote::cause).toList());
    assertEquals(2, write(draft(1, "The door's spring is broken.", true)).version());
    backend.restart();
    assertEquals(2, notes().size());
  }

  /// Both had a first version; the next one must not be a second one of either.
  @Test
  void notesOfTwoExcursionsOfWhichOneIsLeftGetNumbersOfTheirOwn() {
    device = "temp_002";
    backend.read(device, backend.now, 2.5);
    backend.settle();
    backend.asking(
        () -> backend.session().assignProfile(device, StorageProfiles.REFRIGERATOR.id()));
    warm(device, 5.0);
    Instant first = excursion().start();
    assertEquals(1, write(draft(0, "The door stood open.", false)).version());
    assertEquals(2, write(draft(1, "The door's spring is broken.", true)).version());
    warm(device, 5.0);
    assertTrue(excursion().start().isAfter(first), () -> excursion().toString());
    assertEquals(1, write(draft(0, "Somebody loaded warm goods.", false)).version());
    // Of the first one late readings leave nothing that lasts as long as its on-delay.
    for (int second = 1; second < 1_260; second += 7) {
      backend.read(device, first.plusSeconds(second), 5.0);
    }
    backend.settle();
    assertEquals(
        List.of(excursion()),
        backend.excursions(device).stream()
            .filter(one -> one.condition() == Condition.HIGH)
            .toList());
    assertEquals(List.of(1, 2, 1), notes().stream().map(CapaNote::version).toList());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> write(draft(2, "Defrost.", false)));
    assertTrue(String.valueOf(refused.getMessage()).contains("version 1"), refused::getMessage);
    assertEquals(3, write(draft(1, "The goods came from a broken truck.", true)).version());
    assertEquals(List.of(1, 2, 1, 3), notes().stream().map(CapaNote::version).toList());
    backend.restart();
    assertEquals(4, notes().size());
  }

  @Test
  void theDatabaseItselfRefusesToChangeWhatWasWritten() throws SQLException {
    assertEquals(1, write(draft(0, "The door stood open.", false)).version());
    for (String change :
        List.of(
            "DELETE FROM capa_note",
            "UPDATE capa_note SET cause = 'other'",
            "INSERT OR REPLACE INTO capa_note SELECT device_id, condition, start_ms, version,"
                + " 'other', corrective, preventive, responsible, due_on, done, user_id, author,"
                + " at_ms FROM capa_note")) {
      try (var connection =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
          var statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 5000");
        assertThrows(SQLException.class, () -> statement.execute(change), change);
      }
    }
    assertFalse(notes().getFirst().cause().equals("other"));
  }
}
