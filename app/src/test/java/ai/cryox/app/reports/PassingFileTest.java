package ai.cryox.app.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Copies of reports do not pile up.
class PassingFileTest {
  @Test
  void aFileIsGoneWhenItIsDiscarded() throws IOException {
    PassingFile file = PassingFile.of("cryox-report-", ".pdf");
    assertTrue(Files.exists(file.path()));
    file.discard();
    assertFalse(Files.exists(file.path()));
    file.discard();
  }

  @Test
  void aFileIsGoneWhenTheProgramEnds() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Looker.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor());
    Path file = Path.of(said.strip());
    assertTrue(file.isAbsolute(), said);
    assertFalse(Files.exists(file));
  }

  /// Makes a file, says where, and ends without discarding it.
  static final class Looker {
    private Looker() {}

    public static void main(String[] arguments) throws IOException {
      PassingFile file = PassingFile.of("cryox-report-", ".pdf");
      Files.writeString(file.path(), "pages");
      System.out.println(file.path().toRealPath());
    }
  }
}
