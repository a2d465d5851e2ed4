package ai.cryox.app.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is there while everything listens, for supervisors that look for one. It says where.
public final class ReadyFile implements AutoCloseable {
  private final @Nullable Path file;

  /// @param file `null` = none
  public ReadyFile(@Nullable Path file) {
    this.file = file;
  }

  /// Puts it there, whole.
  ///
  /// @param addresses one a line
  /// @throws UncheckedIOException if it cannot be written
  public void write(List<String> addresses) {
    if (file == null) {
      return;
    }
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, addresses);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
