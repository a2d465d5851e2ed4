package ai.cryox.app.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all. Blocks.
public final class WholeFile {
  private WholeFile() {}

  /// What is in it.
  ///
  /// @param <T> what is to be said of it
  @FunctionalInterface
  public interface Content<T> {
    /// Writes all of it to a draft.
    T writeTo(Path draft) throws IOException;
  }

  /// Writes a draft beside the file and puts it in the file's place when it is whole. What the file
  /// was before stays if the content cannot be written.
  ///
  /// @return what the content says
  /// @throws IOException if it cannot be written
  public static <T> T write(Path file, Content<T> content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      T said = content.writeTo(draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      return said;
    } finally {
      discard(draft);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException left) {
      // The whole file or the first failure has been told already.
      draft.toFile().deleteOnExit();
    }
  }
}
