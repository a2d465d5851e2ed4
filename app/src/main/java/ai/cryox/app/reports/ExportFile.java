package ai.cryox.app.reports;

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

/// A file that a report is written to: there whole or not at all; beside its data as CSV lies a
/// small file that says where they belong. Blocks.
final class ExportFile {
  private ExportFile() {}

  /// Writes it.
  ///
  /// @param file is replaced
  /// @throws BackendException if it cannot be written or read, with a sentence
  static Path write(Reports reports, String reportId, ReportForm form, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream into = Files.newOutputStream(part)) {
        reports.export(reportId, form, piece -> write(piece, into));
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      if (form == ReportForm.CSV) {
        String name = file.getFileName().toString();
        Files.writeString(
            file.resolveSibling(DataNote.besideName(name)),
            DataNote.of(reports.get(reportId)).beside(name));
      }
      return file;
    } catch (IOException | UncheckedIOException failed) {
      throw new BackendException(
          "%s cannot be written: %s. Make room there, or choose another place."
              .formatted(file, failed.getMessage()),
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
