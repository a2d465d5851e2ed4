package ai.cryox.backend.report;

import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.ledger.VerifierKey;
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
import org.jspecify.annotations.Nullable;

/// Checks a report with nothing but its file: who sealed it, whether that covers all of it, whether
/// the data in it are those whose hash it prints, and whether they are those that the ledger was
/// given. Any thread.
public final class ReportVerifier {
  private ReportVerifier() {}

  /// Checks a file.
  ///
  /// @throws ReportException if there is no such file
  public static List<Check> verify(Path file) {
    return verify(file, null, null);
  }

  /// Checks a file, also against the data that it was made of.
  ///
  /// @param trusted who must have signed the ledger; `null` believes the key in the report
  /// @param source the data file that it was made of, or `null` if it is not at hand
  /// @throws ReportException if there is no such file
  public static List<Check> verify(
      Path file, @Nullable VerifierKey trusted, @Nullable StoreFile source) {
    if (!Files.isRegularFile(file)) {
      throw new ReportException("There is no file %s.".formatted(file));
    }
    List<Check> checks = new ArrayList<>();
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.toFile()),
            IOUtils.createMemoryOnlyStreamCache())) {
      new SignaturesCheck(file, document.getSignatureDictionaries()).into(checks);
      LedgerProofs proofs = source == null ? null : new LedgerProofs(source);
      new DataCheck(document, trusted, proofs).into(checks);
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
