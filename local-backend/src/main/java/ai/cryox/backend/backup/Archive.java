package ai.cryox.backend.backup;

import ai.cryox.backend.backup.Manifest.Entry;
import ai.cryox.backend.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A backup's file, opened to be read. One thread.
final class Archive implements AutoCloseable {
  static final String MANIFEST = "manifest.json";

  private static final int LONGEST_MANIFEST = 16 * 1024 * 1024;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private Archive(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.manifest = readManifest();
    requireItsFiles();
  }

  /// @throws StoreException if it is no backup, or of a format that is not known
  static Archive open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("There is no backup %s.".formatted(file));
    }
    try {
      return read(file, new ZipFile(file.toFile()));
    } catch (IOException | IllegalArgumentException unusable) {
      throw refused(file, String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private static Archive read(Path file, ZipFile zip) throws IOException {
    try {
      return new Archive(file, zip);
    } catch (IOException | RuntimeException unusable) {
      zip.close();
      throw unusable;
    }
  }

  private static StoreException refused(Path file, String why, @Nullable Throwable cause) {
    String sentence =
        "The backup %s cannot be used: %s. Nothing was changed; take another backup."
            .formatted(file, why);
    return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
  }

  private Manifest readManifest() throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new IllegalArgumentException("it has no manifest");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return ManifestJson.read(in.readNBytes(LONGEST_MANIFEST));
    }
  }

  /// What is in it is what its manifest says, under names that stay in the folder.
  private void requireItsFiles() {
    Set<String> there =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    there.remove(MANIFEST);
    Set<String> said =
        manifest.files().stream().map(Entry::name).collect(Collectors.toCollection(TreeSet::new));
    if (!there.equals(said) || !said.contains(DataFiles.DATABASE)) {
      throw new IllegalArgumentException("it does not hold the files that its manifest names");
    }
    for (String name : said) {
      Path path = Path.of(name);
      if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
        throw new IllegalArgumentException("a file of it would leave the data folder: " + name);
      }
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /// Reads everything and compares it with the manifest.
  ///
  /// @throws StoreException if something is not what it was
  void verify() {
    for (Entry entry : manifest.files()) {
      copy(entry, OutputStream.nullOutputStream());
    }
  }

  /// Writes all files into an empty folder, synchronised.
  ///
  /// @throws StoreException if something is not what it was
  /// @throws IOException if it cannot be written there
  void extract(Path folder) throws IOException {
    for (Entry entry : manifest.files()) {
      Path target = folder.resolve(entry.name());
      DraftFiles.create(target);
      try (OutputStream out = Files.newOutputStream(target)) {
        copy(entry, out);
      }
      DraftFiles.sync(target);
    }
  }

  private void copy(Entry entry, OutputStream out) {
    HashedCopy copied;
    try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()))) {
      copied = HashedCopy.of(in, out);
    } catch (IOException unreadable) {
      throw refused(
          file, "%s in it: %s".formatted(entry.name(), unreadable.getMessage()), unreadable);
    }
    if (copied.bytes() != entry.bytes() || !copied.sha256().equals(entry.sha256())) {
      throw refused(file, "%s in it is not what was saved".formatted(entry.name()), null);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
