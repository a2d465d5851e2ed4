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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant T0 = StoredData.T0;

  @TempDir Path folder;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private LedgerReport verify() {
    findings.clear();
    notes.clear();
    try (StoreFile file = StoreFile.in(folder)) {
      return new LedgerCheck(findings::add, notes::add).run(file);
    }
  }

  private StoredData open() {
    return new StoredData(folder, LedgerKey.open(folder));
  }

  private static void act(StoredData data, Instant at, String alarm, String what) {
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
  private void fill() {
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

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private void assertNamed(String... parts) {
    verify();
    assertEquals(1, findings.size(), findings::toString);
    for (String part : parts) {
      assertTrue(findings.getFirst().sentence().contains(part), findings.getFirst().sentence());
    }
  }

  @Test
  void whatWasStoredAgreesWithTheLedger() {
    fill();
    LedgerReport report = verify();
    assertEquals(List.of(), findings);
    assertEquals(10, report.alarms());
    assertEquals(10, report.audits());
    assertEquals(7 * 480, report.readings());
    assertEquals(report.leaves(), report.signedLeaves());
    assertTrue(report.checkpoints() >= 2, report::toString);
  }

  @Test
  void itGoesOnAfterEveryKindOfStop() {
    fill();
    try (StoredData data = open()) {
      data.write("temp_001", 3_000, 3_700);
    }
    try (StoredData data = open()) {
      data.settle();
    }
    try (StoredData data = open()) {
      data.write("temp_002", 100, 700);
      assertEquals(0, data.ledger().breaks().count());
    }
    verify();
    assertEquals(List.of(), findings);
  }

  @Test
  void aChangedChunkIsNamedEvenWithARightCheckSum() throws SQLException {
    fill();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        var select =
            connection.prepareStatement(
                "SELECT series_key, from_ms, until_ms, data FROM chunk WHERE chunk_key = 2");
        var update = connection.prepareStatement("UPDATE chunk SET data = ? WHERE chunk_key = 2")) {
      byte[] data;
      CRC32C sum = new CRC32C();
      try (var row = select.executeQuery()) {
        row.next();
        data = row.getBytes(4);
        data[200] ^= 1;
        for (int place = 1; place <= 3; place++) {
          sum.update(
              ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, row.getLong(place)));
        }
      }
      sum.update(data, 0, data.length - 4);
      ByteBuffer.wrap(data)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(data.length - 4, (int) sum.getValue());
      update.setBytes(1, data);
      update.executeUpdate();
    }
    assertNamed("chunk 2 of temp_001, 2026-03-01T03:", "not what the ledger says");
  }

  @Test
  void aChangedHeaderOrDeviceOfAChunkIsNamed() throws SQLException {
    fill();
    sql("UPDATE chunk SET max_value = 1 WHERE chunk_key = 3");
    assertNamed("chunk 3 of temp_001");
  }

  @Test
  void aDeletedAndAStrangeChunkAreNamed() throws SQLException {
    fill();
    sql("DELETE FROM chunk WHERE chunk_key = 3");
    assertNamed("sealed chunk 3 of temp_001", "it is gone");
    sql(
        "INSERT INTO chunk SELECT 3, series_key, from_ms, until_ms, n, n_value, min_value,"
            + " max_value, sum_value, data, NULL FROM chunk WHERE chunk_key = 2");
    verify();
    assertTrue(findings.toString().contains("sealed chunk 3"), findings::toString);
  }

  @Test
  void aChangedAuditLineIsNamed() throws SQLException {
    fill();
    sql("DROP TRIGGER audit_is_never_changed", "UPDATE audit SET who = 'otto' WHERE audit_key = 4");
    assertNamed("audit line 4 (device.add by anna)", "not what the ledger says");
  }

  @Test
  void aDeletedAuditLineAndAStrangeOneAreNamed() throws SQLException {
    fill();
    sql("DROP TRIGGER audit_is_never_deleted", "DELETE FROM audit WHERE audit_key = 10");
    assertNamed("audit line 10 (device.add by anna): it is gone");
    sql(
        "INSERT INTO audit (at_ms, who, what, outcome, occurrences, detail)"
            + " VALUES (1, 'otto', 'x', 'DONE', 1, '')");
    verify();
    assertTrue(findings.toString().contains("audit line 11"), findings::toString);
  }

  @Test
  void aDeletedAlarmTransitionIsNamed() throws SQLException {
    fill();
    sql("DELETE FROM alarm_change WHERE change_key = 2");
    assertNamed("alarm transition 2 (VIOLATED of a300): it is gone");
  }

  @Test
  void aCutOffTailOfTheLedgerIsNamed() throws SQLException {
    fill();
    sql(
        "DELETE FROM ledger_leaf WHERE leaf >= (SELECT max(leaf) - 3 FROM ledger_leaf)",
        "DELETE FROM ledger_checkpoint WHERE size > (SELECT max(leaf) + 1 FROM ledger_leaf)");
    verify();
    assertTrue(!findings.isEmpty());
  }

  @Test
  void aReplacedSignatureIsNamed() throws SQLException, IOException {
    fill();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    try (StoredData other = new StoredData(elsewhere, LedgerKey.open(elsewhere))) {
      other.write("temp_009", 0, 5);
    }
    sql(
        "ATTACH '%s' AS other".formatted(elsewhere.resolve("cryox.db")),
        "UPDATE ledger_checkpoint SET note = (SELECT note FROM other.ledger_checkpoint LIMIT 1)"
            + " WHERE size = (SELECT max(size) FROM ledger_checkpoint)");
    assertNamed("the checkpoint of", "not signed by the ledger's key");
  }

  @Test
  void aChangedLeafIsFoundByTheNextCheckpoint() throws SQLException {
    fill();
    sql(
        "UPDATE ledger_leaf SET data = substr(data, 1, 1) || x'FF' || substr(data, 3)"
            + " WHERE leaf = 5");
    verify();
    assertTrue(findings.toString().contains("not those that were signed"), findings::toString);
  }

  @Test
  void aClockThatWasSetBackIsNamed() {
    fill();
    try (StoredData data = open()) {
      act(data, T0.minusSeconds(3_600), "late", "device.add");
      List<Finding> breaks = data.ledger().breaks().take();
      assertEquals(1, breaks.size());
      assertTrue(breaks.getFirst().what().contains("set back, from 2026-03-01T03:02:00Z"));
    }
    verify();
    assertEquals(List.of(), findings);
    assertTrue(notes.toString().contains("the clock was set back"), notes::toString);
  }

  @Test
  void whatWasChangedWhileTheBackendWasOffIsNotSealedAgain() throws SQLException {
    fill();
    sql("UPDATE tail SET data = (SELECT data FROM tail WHERE series_key = 2), seq = seq");
    try (StoredData data = open()) {
      String breaks = data.ledger().breaks().take().toString();
      assertTrue(breaks.contains("tail 1"), breaks);
    }
    sql("DELETE FROM raw_log");
    try (StoredData data = open()) {
      String breaks = data.ledger().breaks().take().toString();
      assertTrue(breaks.contains("it is gone"), breaks);
    }
  }

  @Test
  void dataFromBeforeTheLedgerAreTakenOver() throws SQLException {
    fill();
    sql(
        "DELETE FROM ledger_leaf",
        "DELETE FROM ledger_seal",
        "DELETE FROM ledger_place",
        "DELETE FROM ledger_checkpoint",
        "UPDATE chunk SET seal = NULL");
    assertEquals(0, verify().leaves());
    try (StoredData data = open()) {
      data.write("temp_002", 100, 200);
    }
    LedgerReport report = verify();
    assertEquals(List.of(), findings);
    assertEquals(7, report.chunks());
    assertEquals(10, report.audits());
    assertTrue(notes.getFirst().contains("7 chunks that were there before"), notes::toString);
  }

  @Test
  void fullBlocksArePackedAndStillProveWhatTheyDid() throws SQLException {
    try (StoredData data = open()) {
      for (int second = 0; second < 3_000; second++) {
        data.write("temp_001", second, second + 1);
        if (second % 500 == 0) {
          act(data, T0, "a" + second, "device.add");
        }
      }
      data.settle();
      for (int step = 0; step < 10; step++) {
        data.tidy(T0.plusSeconds(100L + step));
      }
    }
    LedgerReport report = verify();
    assertEquals(List.of(), findings);
    assertEquals(6, report.audits());
    try (StoreFile file = StoreFile.in(folder)) {
      assertTrue(file.read(handle -> new LedgerView(handle).packed()) >= 2 * 1_024);
      assertEquals(report.leaves(), file.<Long>read(handle -> new LedgerView(handle).size()));
    }
    sql("DELETE FROM alarm_change WHERE change_key = 2");
    assertNamed("alarm transition 2");
    sql("UPDATE ledger_block SET data = zeroblob(33) WHERE block = 0");
    verify();
    assertTrue(findings.toString().contains("block 0"), findings::toString);
  }
}
