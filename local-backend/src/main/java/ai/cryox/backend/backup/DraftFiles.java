package ai.cryox.backend.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// Files that nobody sees before they are whole, and nobody but their owner may read: a data folder
/// holds keys.
final class DraftFiles {
  private DraftFiles() {}

  /// Makes an empty file beside the one it will become.
  static Path beside(Path target, String suffix) throws IOException {
    return Files.createTempFile(
        target.toAbsolutePath().getParent(), target.getFileName() + ".", suffix);
  }

  /// Makes an empty file and the folders above it.
  static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly("rwx------"));
    Files.createFile(file, ownerOnly("rw-------"));
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// Returns when the file is on the disk.
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Returns when the names in a folder are on the disk, where the system can do that.
  static void syncNames(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossibleHere) {
      // Windows cannot open folders, and need not: it keeps names in a journal of its own.
    }
  }

  /// Deletes a file or a folder with all that is in it, if it is there.
  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
