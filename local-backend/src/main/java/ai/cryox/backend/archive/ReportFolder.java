package ai.cryox.backend.archive;

import ai.cryox.backend.report.ReportException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The documents of a data folder, each in a file that is called by its SHA-256. A file is there
/// whole or not at all, and none is ever changed or deleted. Any thread.
public final class ReportFolder {
  /// Its name in the data folder.
  public static final String NAME = "reports";

  private static final String DRAFT = ".new";
  private static final String WORK = ".cryox-report-";

  private final Path folder;

  /// @param data the data folder
  public ReportFolder(Path data) {
    this.folder = data.resolve(NAME);
  }

  /// Where a document lies.
  public Path file(String sha256) {
    return folder.resolve(sha256 + ".pdf");
  }

  /// Where a document may be written before it is kept.
  ///
  /// @throws ReportException if there can be no such folder
  Path draft(String name) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new ReportException(
          "The folder %s for reports cannot be made: %s.".formatted(folder, failed.getMessage()),
          failed);
    }
    return folder.resolve(name + DRAFT);
  }

  /// Keeps what was written: it survives the loss of power when this returns.
  ///
  /// @return its SHA-256, hexadecimal
  String keep(Path draft) throws IOException {
    String hash = sha256(draft);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        draft, file(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncNames();
    return hash;
  }

  /// Else the name could be lost with the power while the commit that names it is kept.
  private void syncNames() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossibleHere) {
      // Windows cannot open folders, and need not: it keeps names in a journal of its own.
    }
  }

  /// Removes what was being written when the program was stopped.
  void tidy() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.toList()) {
        String name = one.getFileName().toString();
        if (name.endsWith(DRAFT) || name.startsWith(WORK)) {
          remove(one);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void remove(Path one) throws IOException {
    List<Path> within;
    try (Stream<Path> all = Files.walk(one)) {
      within = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : within) {
      Files.deleteIfExists(each);
    }
  }

  /// The SHA-256 of a file, hexadecimal.
  public static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        in.transferTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /// The document of a report, if it is as it was stored.
  ///
  /// @throws BackendException if it was changed or is gone
  Path intact(StoredReport report) throws IOException {
    if (!report.isMade()) {
      throw new IllegalArgumentException(
          "%s has no document: it is %s.".formatted(report.reportId(), report.state().wireName()));
    }
    Path file = file(report.document());
    if (!Files.isRegularFile(file) || !sha256(file).equals(report.document())) {
      throw new BackendException(
          "The document of %s was changed or is gone. Leave everything as it is, and tell quality assurance; a backup has it."
              .formatted(report.reportId()));
    }
    return file;
  }
}
