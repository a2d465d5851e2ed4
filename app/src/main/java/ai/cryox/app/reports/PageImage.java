package ai.cryox.app.reports;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// One page of a PDF as a picture.
///
/// @param argb its points, row by row
/// @param pages how many the document has
record PageImage(int width, int height, int[] argb, int pages) {
  private static final long MEMORY_BYTES = 32L * 1024 * 1024;
  private static final float POINTS_PER_INCH = 72;

  /// Draws a page. Blocks; not for the FX thread.
  ///
  /// @param page counted from 0; the last one if there are fewer
  /// @param wide about how many px it is wide
  /// @throws IOException if the document cannot be read
  static PageImage of(Path document, int page, int wide) throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(document.toFile()),
            MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache)) {
      int pages = pdf.getNumberOfPages();
      int shown = Math.clamp(page, 0, Math.max(0, pages - 1));
      float scale = wide / pdf.getPage(shown).getMediaBox().getWidth();
      BufferedImage image =
          new PDFRenderer(pdf).renderImageWithDPI(shown, POINTS_PER_INCH * scale, ImageType.RGB);
      int width = image.getWidth();
      int height = image.getHeight();
      return new PageImage(width, height, image.getRGB(0, 0, width, height, null, 0, width), pages);
    }
  }
}
