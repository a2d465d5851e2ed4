package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
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

  private static final AuditQuery ALL =
      new AuditQuery(Instant.EPOCH, LINE.at().plusSeconds(1), null, null, null);

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
    assertEquals(List.of(REFUSED, LINE), read(ALL, PageRequest.first(10)).items());
  }

  @Test
  void givesItsLinesInPages() {
    Page<AuditEntry> first = read(ALL, PageRequest.first(1));
    assertEquals(List.of(REFUSED), first.items());
    Page<AuditEntry> second = read(ALL, new PageRequest(1, first.continuationToken()));
    assertEquals(List.of(LINE), second.items());
    assertNull(second.continuationToken());
  }

  @Test
  void findsLinesByWhoWhatDeviceAndTime() {
    assertEquals(List.of(LINE), find("night shift", null, null));
    assertEquals(List.of(LINE), find(null, null, "temp_001"));
    assertEquals(List.of(REFUSED, LINE), find(null, "device", null));
    assertEquals(List.of(LINE), find(null, "device.add", null));
    assertEquals(List.of(), find(null, "dev", null));
    AuditQuery before = new AuditQuery(Instant.EPOCH, LINE.at(), null, null, null);
    assertEquals(List.of(), read(before, PageRequest.first(10)).items());
  }

  private List<AuditEntry> find(
      @Nullable String who, @Nullable String what, @Nullable String deviceId) {
    return read(
            new AuditQuery(LINE.at(), LINE.at().plusMillis(1), who, what, deviceId),
            PageRequest.first(10))
        .items();
  }

  private Page<AuditEntry> read(AuditQuery query, PageRequest page) {
    return new SqliteAuditStore(database).read(query, page);
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
    assertEquals(List.of(REFUSED, LINE), read(ALL, PageRequest.first(10)).items());
  }
}
