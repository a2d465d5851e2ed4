package ai.cryox.backend.backup;

import ai.cryox.backend.backup.Manifest.Entry;
import ai.cryox.backend.store.CheckReport;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.StoreCheck;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes a backup of a data folder, while a backend works in it or not: a copy as of one moment,
/// verified before it gets its name.
public final class Backup {
  private final String product;
  private final InstantSource clock;

  /// @param product the program with its version, for the manifest
  public Backup(String product, InstantSource clock) {
    this.product = product;
    this.clock = clock;
  }

  /// Makes the file. If that fails, nothing is left of it.
  ///
  /// @param findings told what is wrong in the copy; it is kept all the same, for a damaged backup
  ///   is better than none
  /// @return what is in it
  /// @throws StoreException if it cannot be made: says why and what to do
  public Manifest make(
      Path data, Path target, Consumer<Finding> findings, StoreCheck.Progress progress) {
    Path folder = data.toAbsolutePath().normalize();
    Path file = target.toAbsolutePath().normalize();
    requireRightPlace(folder, file);
    try {
      Path copy = DraftFiles.beside(file, ".db.part");
      try {
        CheckReport content = copy(folder, copy, findings, progress);
        return pack(folder, copy, content, file);
      } finally {
        DraftFiles.delete(copy);
      }
    } catch (IOException failed) {
      throw new StoreException(
          "The backup %s cannot be written: %s. It needs twice the room of the database there for a moment."
              .formatted(file, failed),
          failed);
    }
  }

  private static void requireRightPlace(Path folder, Path file) {
    if (Files.exists(file)) {
      throw new StoreException(
          "There is a file %s already. Give each backup a name of its own.".formatted(file));
    }
    if (file.startsWith(folder)) {
      throw new StoreException(
          "The backup %s would lie in the data folder and be lost with it. Choose another place."
              .formatted(file));
    }
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new StoreException(
          "There is no folder for the backup %s. Make it first.".formatted(file));
    }
  }

  private static CheckReport copy(
      Path folder, Path copy, Consumer<Finding> findings, StoreCheck.Progress progress) {
    try (StoreFile live = StoreFile.in(folder)) {
      live.copyTo(copy);
    }
    try (StoreFile copied = StoreFile.at(copy)) {
      return new StoreCheck(copied, findings, progress).run();
    }
  }

  private Manifest pack(Path folder, Path copy, CheckReport content, Path file) throws IOException {
    Path draft = DraftFiles.beside(file, ".part");
    try {
      Map<String, Path> sources = new LinkedHashMap<>();
      sources.put(DataFiles.DATABASE, copy);
      for (Path other : DataFiles.others(folder)) {
        sources.put(other.toString().replace('\\', '/'), folder.resolve(other));
      }
      List<Entry> entries = new ArrayList<>();
      for (Map.Entry<String, Path> source : sources.entrySet()) {
        entries.add(entry(source.getKey(), source.getValue()));
      }
      Manifest manifest = new Manifest(product, clock.instant(), content, entries);
      write(draft, manifest, sources);
      DraftFiles.sync(draft);
      try (Archive archive = Archive.open(draft)) {
        archive.verify();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      DraftFiles.syncNames(file.resolveSibling("."));
      return manifest;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Entry entry(String name, Path source) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      HashedCopy copied = HashedCopy.of(in, OutputStream.nullOutputStream());
      return new Entry(name, copied.bytes(), copied.sha256());
    }
  }

  private static void write(Path draft, Manifest manifest, Map<String, Path> sources)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
      // Chunks are packed already; alarms and rejected messages are not.
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
      zip.write(ManifestJson.write(manifest));
      for (Map.Entry<String, Path> source : sources.entrySet()) {
        zip.putNextEntry(new ZipEntry(source.getKey()));
        Files.copy(source.getValue(), zip);
      }
    }
  }
}
