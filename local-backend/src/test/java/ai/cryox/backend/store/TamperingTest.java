package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.proof.LedgerKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/// What somebody changed behind the ledger is named.
class TamperingTest extends LedgerGround {
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
}
