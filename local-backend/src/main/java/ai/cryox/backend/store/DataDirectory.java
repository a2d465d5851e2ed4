package ai.cryox.backend.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything one backend remembers, locked against a second backend.
public final class DataDirectory implements AutoCloseable {
  private static final long LEAST_FREE_BYTES = 16L * 1024 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /// Makes the folder if need be and locks it. The operating system frees the lock when the process
  /// ends, however it ends.
  ///
  /// @throws StoreException if it cannot be made, written or locked, or has no room: with a
  ///   sentence that says what to do
  public static DataDirectory open(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(whole);
    } catch (IOException failed) {
      throw new StoreException(
          "The data folder %s cannot be made: %s. Choose another one with --data."
              .formatted(whole, reason(failed)),
          failed);
    }
    DataDirectory directory = lock(whole);
    try {
      directory.requireRoom();
    } catch (StoreException full) {
      directory.close();
      throw full;
    }
    return directory;
  }

  private static DataDirectory lock(Path whole) {
    Path file = whole.resolve("cryox.lock");
    @Nullable FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        String owner = read(channel);
        channel.close();
        throw inUse(whole, owner);
      }
      channel.truncate(0);
      channel.write(utf8("process " + ProcessHandle.current().pid()), 0);
      return new DataDirectory(whole, channel, lock);
    } catch (OverlappingFileLockException sameProcess) {
      throw inUse(whole, "this process");
    } catch (IOException failed) {
      throw new StoreException(
          "The data folder %s cannot be written: %s. Make it writable for you, free some disk space,"
                  .formatted(whole, reason(failed))
              + " or choose another one with --data.",
          failed);
    }
  }

  private static FolderInUseException inUse(Path whole, String owner) {
    return new FolderInUseException(
        "The data folder %s is in use by another Cryox (%s). Close that one, or choose another folder with --data."
            .formatted(whole, owner.isBlank() ? "another process" : owner));
  }

  private void requireRoom() {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new StoreException(
            "The disk of the data folder %s is full (%d MB free). Free at least %d MB, or choose another folder with --data."
                .formatted(path, free >> 20, LEAST_FREE_BYTES >> 20));
      }
    } catch (IOException failed) {
      throw new StoreException(
          "The free space of the data folder %s cannot be read: %s."
              .formatted(path, reason(failed)),
          failed);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(64);
    channel.read(text, 0);
    return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(IOException failed) {
    return switch (failed) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " denied";
      case FileAlreadyExistsException file -> file.getFile() + " is a file";
      default -> String.valueOf(failed.getMessage());
    };
  }

  /// The folder.
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException gone) {
      throw new StoreException("The lock of %s could not be released.".formatted(path), gone);
    }
  }
}
