package ai.cryox.backend.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hidden folder beside a report that is being made, so that a full disk is noticed where it
/// matters and the last step is a renaming. Whoever makes one removes those that killed processes
/// left in the same place.
///
/// A lock on a file in it says that a process lives that needs it. That file gets its name when it
/// is locked, so what has the name and no lock is left over. Where a disk knows no locks, it never
/// gets the name; then only age tells.
final class WorkFolder implements AutoCloseable {
  /// How the names of all of them begin.
  static final String PREFIX = ".cryox-report-";

  private static final String HELD = "held";
  private static final String NOT_YET_HELD = "held.new";

  /// No report takes that long.
  private static final Duration SURELY_OVER = Duration.ofDays(1);

  /// Those of this process. It must not even open their locked files: closing one again would give
  /// up the lock.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private @Nullable FileChannel lock;

  private WorkFolder(Path path) {
    this.path = path;
  }

  /// Makes one. Any thread.
  ///
  /// @param target of the report
  /// @throws ReportException if the target's folder is not there
  /// @throws IOException if it cannot be written to
  static WorkFolder beside(Path target, Instant now) throws IOException {
    Path wanted = target.getParent();
    if (wanted == null || !Files.isDirectory(wanted)) {
      throw new ReportException(
          "There is no folder %s to write the report to. Make it first.".formatted(wanted));
    }
    Path parent = wanted.toRealPath();
    sweep(parent, now);
    WorkFolder folder = new WorkFolder(Files.createTempDirectory(parent, PREFIX));
    OURS.add(folder.path);
    folder.hold();
    return folder;
  }

  private void hold() {
    Path file = path.resolve(NOT_YET_HELD);
    try {
      lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (lock.tryLock() != null) {
        Files.move(file, path.resolve(HELD));
      }
    } catch (IOException noLocksHere) {
      // The report can be made all the same.
    }
  }

  /// A file in it.
  Path resolve(String name) {
    return path.resolve(name);
  }

  private static void sweep(Path parent, Instant now) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path one : all) {
        if (!OURS.contains(one) && Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
          removeIfLeft(one, now);
        }
      }
    } catch (IOException notOurs) {
      // What cannot be looked at cannot be removed, and is in nobody's way.
    }
  }

  private static void removeIfLeft(Path folder, Instant now) {
    Path held = folder.resolve(HELD);
    try {
      if (Files.exists(held, LinkOption.NOFOLLOW_LINKS)) {
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE)) {
          if (channel.tryLock() == null) {
            return;
          }
          // Its name goes while it is locked, so that nobody else begins the same.
          removeWithin(folder);
        }
        Files.deleteIfExists(folder);
      } else if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(SURELY_OVER))) {
        removeWithin(folder);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | OverlappingFileLockException stillHeld) {
      // Somebody else's, or being removed by somebody else.
    }
  }

  private static void removeWithin(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(one -> !one.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }

  /// Removes it with all that is in it.
  ///
  /// @throws ReportException if that cannot be done
  @Override
  public void close() {
    try {
      try (FileChannel _ = lock) {
        removeWithin(path);
      }
      Files.deleteIfExists(path);
    } catch (IOException left) {
      throw new ReportException(
          "The temporary folder %s could not be removed: %s. Delete it."
              .formatted(path, left.getMessage()),
          left);
    } finally {
      OURS.remove(path);
    }
  }
}
