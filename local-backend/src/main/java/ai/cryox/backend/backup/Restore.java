package ai.cryox.backend.backup;

import ai.cryox.backend.store.CheckReport;
import ai.cryox.backend.store.DataDirectory;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.StoreCheck;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts a backup into a data folder, after it has been verified.
public final class Restore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  /// @param clock names the folder with what was replaced
  public Restore(InstantSource clock) {
    this.clock = clock;
  }

  /// What was done.
  ///
  /// @param replaced the folder that has what was there before, or `null` if there was nothing
  public record Done(Manifest manifest, @Nullable Path replaced) {}

  /// Restores. The folder is locked meanwhile, and changed only when everything has been verified.
  ///
  /// @param replace whether data that are there may be moved aside
  /// @param findings told what is wrong in the backup's database
  /// @throws StoreException if the backup is not sound, or the folder is in use or holds data: says
  ///   what to do
  public Done run(
      Path backup,
      Path data,
      boolean replace,
      Consumer<Finding> findings,
      StoreCheck.Progress progress) {
    try (Archive archive = Archive.open(backup)) {
      archive.verify();
      try (DataDirectory directory = DataDirectory.open(data)) {
        Path folder = directory.path();
        List<String> old = DataFiles.holding(folder);
        if (!old.isEmpty() && !replace) {
          throw new StoreException(
              "The data folder %s holds data (%s). Choose another one, or give --replace: what is there is moved aside, not deleted."
                  .formatted(folder, String.join(", ", old)));
        }
        return restore(archive, folder, old, findings, progress);
      }
    } catch (IOException failed) {
      throw new StoreException(
          "The backup %s cannot be restored to %s: %s. Make room or make the folder writable, and try again."
              .formatted(backup, data, failed),
          failed);
    }
  }

  private Done restore(
      Archive archive,
      Path folder,
      List<String> old,
      Consumer<Finding> findings,
      StoreCheck.Progress progress)
      throws IOException {
    Path draft = Files.createTempDirectory(folder, DataFiles.DRAFT);
    try {
      archive.extract(draft);
      requireSound(archive.manifest(), draft, findings, progress);
      Path replaced = old.isEmpty() ? null : moveAside(folder, old);
      // The database last: a folder without it counts as empty.
      for (String name : DataFiles.holding(draft).reversed()) {
        Files.move(draft.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
      DraftFiles.syncNames(folder);
      return new Done(archive.manifest(), replaced);
    } finally {
      DraftFiles.delete(draft);
    }
  }

  private static void requireSound(
      Manifest manifest, Path draft, Consumer<Finding> findings, StoreCheck.Progress progress) {
    CheckReport report;
    try (StoreFile file = StoreFile.in(draft)) {
      report = new StoreCheck(file, findings, progress).run();
    }
    if (!report.equals(manifest.content())) {
      throw new StoreException(
          "The backup's database does not hold what its manifest says. Nothing was changed; take"
              + " another backup.");
    }
  }

  private Path moveAside(Path folder, List<String> names) throws IOException {
    Path aside = folder.resolve(DataFiles.REPLACED + STAMP.format(clock.instant()));
    Files.createDirectory(aside);
    for (String name : names) {
      Files.move(folder.resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    DraftFiles.syncNames(aside);
    return aside;
  }
}
