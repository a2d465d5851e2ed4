package ai.cryox.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is deleted when what needs it is over. Any thread.
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /// Makes one for a measurement.
  ///
  /// @throws IOException if the folder for temporary files has no room
  public TemporaryFolder() throws IOException {
    this("cryox-bench");
  }

  /// Makes one.
  ///
  /// @param prefix how its name begins
  /// @throws IOException if the folder for temporary files has no room
  public TemporaryFolder(String prefix) throws IOException {
    path = Files.createTempDirectory(prefix);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Deletes it, if that was not done yet.
  @Override
  public synchronized void close() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
