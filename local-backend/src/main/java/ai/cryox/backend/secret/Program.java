package ai.cryox.backend.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the operating system. Secrets go in by its standard input: everybody on the
/// machine can read arguments.
final class Program {
  /// A key store that is locked asks its person, who may take a while.
  private static final long PATIENCE_SECONDS = 60;

  private Program() {}

  /// What came of it.
  ///
  /// @param text what it printed, without blanks around it
  record Outcome(int code, String text) {}

  /// @param input may be empty
  /// @throws IOException if it cannot be started or does not end
  static Outcome run(List<String> command, String input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("%s does not answer".formatted(command.getFirst()));
      }
      return new Outcome(process.exitValue(), text.strip());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the wait for it was broken off", stop);
    } finally {
      process.destroyForcibly();
    }
  }
}
