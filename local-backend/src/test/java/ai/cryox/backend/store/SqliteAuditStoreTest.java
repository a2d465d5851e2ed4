package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.audit.AuditEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteAuditStoreTest {
  private static final AuditEntry LINE =
      AuditEntry.done(
          Instant.parse("2026-11-23T12:00:00Z"), "night shift", "device.add", "temp_001", "Added.");
  private static final AuditEntry REFUSED =
      new AuditEntry(
          LINE.at(),
          "temp_002",
          "device.connect",
          null,
          "10.0.0.1",
          AuditEntry.Outcome.REFUSED,
          7,
          "No.");

  @TempDir Path folder;

  private DataDirectory directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    new SqliteAuditStore(database).append(List.of(LINE, REFUSED));
    database.writer().commit();
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  @Test
  void keepsItsLines() {
    assertEquals(List.of(REFUSED, LINE), new SqliteAuditStore(database).newest(10));
    assertEquals(List.of(REFUSED), new SqliteAuditStore(database).newest(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET who = 'somebody else'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE audit_key = 1",
        "REPLACE INTO audit (audit_key, at_ms, who, what, outcome, occurrences, detail)"
            + " VALUES (1, 0, '', '', 'DONE', 1, '')"
      })
  void theDatabaseItselfRefusesToChangeIt(String sql) {
    assertThrows(JdbiException.class, () -> database.writer().execute(sql));
    database.writer().rollback();
    assertEquals(List.of(REFUSED, LINE), new SqliteAuditStore(database).newest(10));
  }
}
