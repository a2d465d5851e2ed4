package ai.cryox.app.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A temporary file that is gone when nobody looks at it any more, and with the program at the
/// latest. Any thread.
final class PassingFile {
  private static final Set<PassingFile> ALL = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("passing-files")
                .unstarted(() -> ALL.forEach(PassingFile::discard)));
  }

  private final Path path;

  private PassingFile(Path path) {
    this.path = path;
  }

  /// Makes an empty one.
  ///
  /// @throws IOException if there is no room for temporary files
  static PassingFile of(String prefix, String suffix) throws IOException {
    PassingFile file = new PassingFile(Files.createTempFile(prefix, suffix));
    ALL.add(file);
    return file;
  }

  /// Where it lies.
  Path path() {
    return path;
  }

  /// Deletes it; one that is still open elsewhere goes when the program ends.
  void discard() {
    try {
      Files.deleteIfExists(path);
      ALL.remove(this);
    } catch (IOException stillOpen) {
      // Windows does not delete what is being read.
    }
  }
}
