package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The ledger goes on through everything that happens to a store, and what it says is true.
class LedgerTest extends LedgerGround {
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
