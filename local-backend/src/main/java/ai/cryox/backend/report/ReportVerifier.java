package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Checks a report with nothing but its file: who sealed it, whether that covers all of it, and
/// whether the data in it are those whose hash it prints. Any thread.
public final class ReportVerifier {
  private ReportVerifier() {}

  /// Checks a file.
  ///
  /// @throws ReportException if there is no such file
  public static List<Check> verify(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ReportException("There is no file %s.".formatted(file));
    }
    List<Check> checks = new ArrayList<>();
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.toFile()),
            IOUtils.createMemoryOnlyStreamCache())) {
      new SignaturesCheck(file, document.getSignatureDictionaries()).into(checks);
      new DataCheck(document).into(checks);
    } catch (IOException | RuntimeException broken) {
      checks.add(
          Check.bad(
              "document",
              "It cannot be read as a PDF (%s): it is damaged, or no report."
                  .formatted(broken.getMessage())));
    }
    return checks;
  }
}
