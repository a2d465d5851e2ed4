package ai.cryox.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditFileTest {
  private static final AuditQuery ALL =
      new AuditQuery(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"), null, null, null);
  private static final AuditQuery RETENTION =
      new AuditQuery(ALL.from(), ALL.until(), null, "retention", null);

  @TempDir Path folder;
  private LocalBackend backend;
  private Session session;

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder.resolve("data")), Clock.systemUTC());
    backend.start();
    session = backend.signIn(new SignIn.Desk("Anna, night \"shift\""));
    session.keepFor("north", 900);
    session.keepFor("south", 901);
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void everyLineOfTheTrailIsInTheFileNewestFirst() throws IOException {
    Path file = folder.resolve("audit.csv");
    int lines = new AuditFile(session).write(RETENTION, file, _ -> {});
    List<String> written = Files.readAllLines(file);
    assertEquals(2, lines);
    assertEquals(3, written.size());
    assertTrue(written.get(0).startsWith("at,who,userId,what,"));
    assertTrue(written.get(1).contains("901"), written.get(1));
    assertTrue(written.get(2).contains("900"), written.get(2));
  }

  @Test
  void aNameWithCommaAndQuotesStaysOneCell() throws IOException {
    Path file = folder.resolve("audit.csv");
    new AuditFile(session).write(RETENTION, file, _ -> {});
    String line = Files.readAllLines(file).get(1);
    assertTrue(line.contains(",\"Anna, night \"\"shift\"\"\","), line);
  }

  @Test
  void aCancelledExportLeavesNoFileAndTheOldOneStays() throws IOException {
    Path file = Files.writeString(folder.resolve("audit.csv"), "as it was");
    AuditFile export = new AuditFile(session);
    assertThrows(
        CancellationException.class,
        () ->
            export.write(
                ALL,
                file,
                _ -> {
                  throw new CancellationException();
                }));
    assertEquals("as it was", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(left -> left.toString().endsWith(".part")));
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    Path file = folder.resolve("nowhere").resolve("audit.csv");
    AuditFile export = new AuditFile(session);
    assertThrows(UncheckedIOException.class, () -> export.write(ALL, file, _ -> {}));
  }
}
