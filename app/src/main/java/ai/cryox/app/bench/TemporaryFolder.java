package ai.cryox.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is deleted when the measurement is over.
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /// Makes one.
  ///
  /// @throws IOException if the folder for temporary files has no room
  public TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("cryox-bench");
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
