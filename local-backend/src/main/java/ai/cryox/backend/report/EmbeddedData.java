package ai.cryox.backend.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/// Takes the data out of a report, as they are in it: their SHA-256 is the one it prints.
public final class EmbeddedData {
  private static final long MEMORY_BYTES = 32L * 1024 * 1024;

  private EmbeddedData() {}

  /// Takes the data.
  @FunctionalInterface
  public interface Reader {
    /// @param data as they were before they were compressed
    void read(InputStream data) throws IOException;
  }

  /// Hands them to somebody.
  ///
  /// @throws IOException if there are none, they are damaged, or the reader failed
  public static void read(Path report, Reader reader) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(report.toFile()),
            MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache)) {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
      Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
      PDComplexFileSpecification data = all == null ? null : all.get(PageWriter.DATA_NAME);
      if (data == null) {
        throw new IOException("there are no data in it");
      }
      try (InputStream in = data.getEmbeddedFile().createInputStream()) {
        reader.read(in);
      }
    }
  }
}
