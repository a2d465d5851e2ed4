package ai.cryox.app.reports;

import ai.cryox.app.text.WholeFile;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a report is written to: there whole or not at all; beside its data as CSV lies a
/// small file that says where they belong. Blocks.
final class ExportFile {
  private ExportFile() {}

  /// Writes it.
  ///
  /// @param file is replaced
  /// @throws BackendException if it cannot be written or read, with a sentence
  static Path write(Reports reports, String reportId, ReportForm form, Path file) {
    try {
      WholeFile.write(file, draft -> export(reports, reportId, form, draft));
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
    }
  }

  private static Path export(Reports reports, String reportId, ReportForm form, Path draft)
      throws IOException {
    try (OutputStream into = Files.newOutputStream(draft)) {
      reports.export(reportId, form, piece -> write(piece, into));
    }
    return draft;
  }

  private static void write(byte[] piece, OutputStream into) {
    try {
      into.write(piece);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
