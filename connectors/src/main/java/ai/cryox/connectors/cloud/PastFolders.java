package ai.cryox.connectors.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where what people read of a server's past is kept: a folder for each person and server, of the
/// few people who were here last.
final class PastFolders {
  /// A desk's shifts; each folder has at most {@link PastOnDisk#MOST_BYTES}.
  static final int MOST_PEOPLE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(PastFolders.class);
  private static final int BYTES = 16;

  private PastFolders() {}

  /// The folder of one person at one server, made if need be.
  ///
  /// @param whose tells people apart
  /// @return `null` if there is none to be had; the log says why
  static @Nullable Path of(CloudSettings settings, String whose, Instant now) {
    Path remembering = settings.folder();
    if (remembering == null) {
      return null;
    }
    Path all = remembering.resolve("past");
    Path own = all.resolve(name(settings.address() + "\n" + settings.pin() + "\n" + whose));
    try {
      boolean posix = all.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] ownerOnly =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0];
      Files.createDirectories(own, ownerOnly);
      Files.setLastModifiedTime(own, FileTime.from(now));
      removeOldest(all);
      return own;
    } catch (IOException failed) {
      LOG.warn("History is not kept in {}: {}", own, failed.getMessage());
      return null;
    }
  }

  private static void removeOldest(Path all) throws IOException {
    List<Path> people;
    try (Stream<Path> folders = Files.list(all)) {
      people = folders.sorted(Comparator.comparingLong(PastFolders::lastUsed).reversed()).toList();
    }
    for (Path gone : people.subList(Math.min(MOST_PEOPLE, people.size()), people.size())) {
      try (Stream<Path> inside = Files.walk(gone)) {
        for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }

  private static long lastUsed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static String name(String of) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }
}
