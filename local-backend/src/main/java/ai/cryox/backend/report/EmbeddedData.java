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
import org.jspecify.annotations.Nullable;

/// Takes the data out of a report, as they are in it: their SHA-256 is the one it prints.
public final class EmbeddedData {
  private static final long MEMORY_BYTES = 32L * 1024 * 1024;

  private static final int MOST_FIGURES = 16 * 1024 * 1024;

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
    if (!read(report, PageWriter.DATA_NAME, reader)) {
      throw new IOException("there are no data in it");
    }
  }

  /// The figures of its units.
  ///
  /// @return `null` if there are none: it is about something else, or an older program made it
  /// @throws IOException if they are damaged
  public static byte @Nullable [] figures(Path report) throws IOException {
    byte[][] found = new byte[1][];
    boolean any =
        read(
            report,
            PageWriter.FIGURES_NAME,
            in -> {
              byte[] all = in.readNBytes(MOST_FIGURES + 1);
              if (all.length > MOST_FIGURES) {
                throw new IOException("its figures are longer than any that were made");
              }
              found[0] = all;
            });
    return any ? found[0] : null;
  }

  private static boolean read(Path report, String name, Reader reader) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(report.toFile()),
            MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache)) {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
      Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
      PDComplexFileSpecification data = all == null ? null : all.get(name);
      if (data == null) {
        return false;
      }
      try (InputStream in = data.getEmbeddedFile().createInputStream()) {
        reader.read(in);
      }
      return true;
    }
  }
}
