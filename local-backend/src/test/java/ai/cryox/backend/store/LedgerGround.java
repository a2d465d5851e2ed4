package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.audit.AuditEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// A store with a ledger, and hands that change it behind its back.
abstract class LedgerGround {
  static final Instant T0 = StoredData.T0;

  @TempDir Path folder;
  final List<Finding> findings = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  LedgerReport verify() {
    findings.clear();
    notes.clear();
    try (StoreFile file = StoreFile.in(folder)) {
      return new LedgerCheck(findings::add, notes::add).run(file);
    }
  }

  StoredData open() {
    return new StoredData(folder, LedgerKey.open(folder));
  }

  static void act(StoredData data, Instant at, String alarm, String what) {
    Batch batch = new Batch(at);
    batch.alarms.put(
        alarm,
        new Alarm(
            alarm,
            "temp_001",
            "warehouse_001",
            Condition.HIGH,
            Severity.CRITICAL,
            Severity.CRITICAL,
            new AlarmLife(AlarmState.UNACKNOWLEDGED, AlarmState.UNACKNOWLEDGED, false),
            8.5,
            8,
            8.5,
            at,
            at,
            null,
            null,
            null,
            "",
            "",
            1,
            null));
    batch.changes.add(
        new AlarmChange(
            alarm,
            at,
            at,
            AlarmEvent.VIOLATED,
            AlarmState.NORMAL,
            AlarmState.UNACKNOWLEDGED,
            Severity.CRITICAL,
            8.5,
            "",
            "",
            null));
    batch.audit.add(AuditEntry.done(at, "anna", what, null, "Because."));
    data.write(batch);
  }

  /// Two devices, one with chunks; alarms and audit lines; signed after two minutes.
  void fill() {
    try (StoredData data = open()) {
      for (int from = 0; from < 3_000; from += 300) {
        data.write("temp_001", from, from + 300);
        act(data, T0, "a" + from, "device.add");
      }
      data.write("temp_001", -900, -300);
      data.write("temp_002", 0, 100);
      data.tidy(T0.plusSeconds(120));
      data.settle();
    }
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  void assertNamed(String... parts) {
    verify();
    assertEquals(1, findings.size(), findings::toString);
    for (String part : parts) {
      assertTrue(findings.getFirst().sentence().contains(part), findings.getFirst().sentence());
    }
  }
}
