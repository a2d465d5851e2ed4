package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.ledger.LedgerState;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of somebody's changes to the data while the backend is on or off, turned by hand.
class LedgerWatchTest implements InstantSource {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");
  private LocalBackend backend;

  @Override
  public Instant instant() {
    return now;
  }

  @BeforeEach
  void open() {
    backend =
        new LocalBackend(BackendSettings.at(data()).withLedgerHead(folder.resolve("heads")), this);
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void turn() {
    Turning.once(backend);
  }

  private void read(int times) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(30);
      Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
      Reading one = Reading.of("temp_001", "warehouse_001", now, 9.5);
      Reading other = Reading.of("temp_002", "warehouse_001", now, 9.5);
      Decoded decoded = new Decoded(List.of(one, other), List.of());
      assertTrue(
          backend.sink().offer(new Delivery(origin, now, new byte[] {1}, decoded, () -> {})));
      turn();
    }
  }

  /// Verifies everything and lets the pipeline take what was found.
  private List<Alarm> tampering() {
    now = now.plus(Duration.ofMinutes(11));
    while (backend.agents().ledger().turn()) {
      turn();
    }
    turn();
    now = now.plusSeconds(1);
    turn();
    return session().live().latest().alarms().stream()
        .filter(alarm -> alarm.condition() == Condition.TAMPER)
        .toList();
  }

  private Session session() {
    return backend.signIn(new SignIn.Desk("operator"));
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data().resolve("cryox.db"));
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void untouchedDataRaiseNothingAndSaySo() {
    read(20);
    assertEquals(List.of(), tampering());
    LedgerState state = session().ledger().orElseThrow().state();
    assertTrue(state.isSound() && state.leaves() > 20, state::toString);
    close();
    open();
    read(1);
    assertEquals(List.of(), tampering());
  }

  @Test
  void aTransitionThatIsDeletedBesideTheRunningBackendRaisesAnAlarmThatNamesIt()
      throws SQLException {
    read(20);
    sql("DELETE FROM alarm_change WHERE change_key = 1");
    List<Alarm> alarms = tampering();
    assertEquals(1, alarms.size(), alarms::toString);
    assertTrue(
        alarms.getFirst().message().startsWith("alarm transition 1 ("), alarms.getFirst()::message);
    assertFalse(session().ledger().orElseThrow().state().isSound());
    assertEquals(1, tampering().size());
  }

  @Test
  void aRestoredOlderDatabaseUnderANewerHeadIsNoticedAtTheStart() throws IOException {
    read(10);
    close();
    Path old = folder.resolve("old.db");
    Files.copy(data().resolve("cryox.db"), old);
    open();
    read(10);
    close();
    Files.deleteIfExists(data().resolve("cryox.db-wal"));
    Files.deleteIfExists(data().resolve("cryox.db-shm"));
    Files.delete(data().resolve("cryox.db"));
    Files.copy(old, data().resolve("cryox.db"));
    open();
    read(1);
    List<Alarm> alarms = tampering();
    assertEquals(1, alarms.size(), alarms::toString);
    assertTrue(
        alarms.getFirst().message().contains("the data are older than its head"),
        alarms.getFirst()::message);
    close();
    open();
    read(1);
    assertEquals(1, tampering().size(), "the next start goes on from there");
  }

  @Test
  void aDatabaseThatIsTakenAwayIsNoticed() throws IOException {
    read(3);
    close();
    for (String name : List.of("cryox.db", "cryox.db-wal", "cryox.db-shm", "ledger.key")) {
      Files.deleteIfExists(data().resolve(name));
    }
    open();
    read(1);
    List<Alarm> alarms = tampering();
    assertEquals(1, alarms.size(), alarms::toString);
    assertTrue(alarms.getFirst().message().contains("was another ledger"));
  }

  @Test
  void anAlarmThatWasSeenIsOver() throws SQLException {
    read(20);
    sql("DELETE FROM alarm_change WHERE change_key = 1");
    String id = tampering().getFirst().alarmId();
    CompletableFuture<List<Alarm>> answer =
        CompletableFuture.supplyAsync(
            () -> session().alarmActions().acknowledge(List.of(id), "QA was told."));
    while (!answer.isDone()) {
      turn();
    }
    now = now.plusSeconds(1);
    turn();
    assertTrue(
        session().live().latest().alarms().stream()
            .noneMatch(alarm -> alarm.alarmId().equals(id) && alarm.state() != AlarmState.NORMAL));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theKeyIsForItsOwnerAlone() throws IOException {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("ledger.key"))));
  }
}
