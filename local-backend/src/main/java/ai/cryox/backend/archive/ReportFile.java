package ai.cryox.backend.archive;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a stored report to a file, which is there whole or not at all; beside its data as CSV
/// lies a small file that says where they belong. Any thread; blocks.
public final class ReportFile {
  private ReportFile() {}

  /// Writes it.
  ///
  /// @param out is replaced
  /// @throws BackendException if it cannot be written or read, with a sentence
  public static void write(Reports reports, String reportId, ReportForm form, Path out) {
    Path target = out.toAbsolutePath().normalize();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream into = Files.newOutputStream(part)) {
        reports.export(reportId, form, piece -> write(piece, into));
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      if (form == ReportForm.CSV) {
        String name = target.getFileName().toString();
        Files.writeString(
            target.resolveSibling(DataNote.besideName(name)),
            DataNote.of(reports.get(reportId)).beside(name));
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new BackendException(
          "%s cannot be written to %s: %s. Make room there, or choose another place."
              .formatted(reportId, target, failed.getMessage()),
          failed);
    } finally {
      discard(part);
    }
  }

  private static void write(byte[] piece, OutputStream into) {
    try {
      into.write(piece);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException left) {
      part.toFile().deleteOnExit();
    }
  }
}
