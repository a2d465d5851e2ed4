package ai.cryox.backend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of reports in making, and what of it goes.
class WorkFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatAKilledProcessLeftGoesWithTheNextReportAndWhatALivingOneNeedsStays() throws Exception {
    Process other = otherProcess();
    try {
      try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
        Path theirs = Path.of(String.valueOf(said.readLine()));
        Files.writeString(theirs.resolve("pages.pdf"), "half of them");

        WorkFolder.beside(target(), NOW).close();
        assertEquals(List.of(theirs), left(), "a process that lives needs it");

        other.destroyForcibly().waitFor();
        assertEquals(List.of(theirs), left());
        try (WorkFolder mine = WorkFolder.beside(target(), NOW)) {
          assertEquals(List.of(mine.resolve("")), left());
        }
      }
      assertEquals(List.of(), left());
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoReportsOfOneProcessDoNotDisturbEachOther() throws IOException {
    try (WorkFolder first = WorkFolder.beside(target(), NOW)) {
      Files.writeString(first.resolve("data"), "rows");

      WorkFolder.beside(target(), NOW.plus(Duration.ofDays(400))).close();

      assertEquals("rows", Files.readString(first.resolve("data")));
    }
    assertEquals(List.of(), left());
  }

  @Test
  void whatNoLockTellsOfGoesOnlyWhenItIsSurelyOver() throws IOException {
    Path old = Files.createDirectory(folder.resolve(WorkFolder.PREFIX + "old"));
    Files.writeString(old.resolve("data"), "rows");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(23))));

    WorkFolder.beside(target(), NOW).close();
    assertTrue(Files.isDirectory(old));

    WorkFolder.beside(target(), NOW.plus(Duration.ofHours(2))).close();
    assertFalse(Files.exists(old));
  }

  @Test
  void nothingElseIsTouched() throws IOException {
    Path file = Files.writeString(folder.resolve(WorkFolder.PREFIX + "notes.txt"), "mine");
    Path other = Files.createDirectory(folder.resolve(".cryox-reports"));
    Files.setLastModifiedTime(other, FileTime.from(NOW.minus(Duration.ofDays(400))));

    WorkFolder.beside(target(), NOW).close();

    assertEquals("mine", Files.readString(file));
    assertTrue(Files.isDirectory(other));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere");
    ReportException refused =
        assertThrows(
            ReportException.class, () -> WorkFolder.beside(nowhere.resolve("report.pdf"), NOW));
    assertTrue(String.valueOf(refused.getMessage()).contains(nowhere.toString()));
  }

  private Path target() {
    return folder.resolve("report.pdf");
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder.toRealPath())) {
      return all.toList();
    }
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            target().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Says which folder it holds, and then waits to be killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (WorkFolder held = WorkFolder.beside(Path.of(arguments[0]), NOW)) {
        System.out.println(held.resolve("").toRealPath());
        System.out.flush();
        System.in.read();
      }
    }
  }
}
