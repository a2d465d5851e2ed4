package ai.cryox.backend.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Element;

/// Renders XHTML as PDF/A-3b and PDF/UA-1: tagged, with bookmarks and fonts of our own.
final class PdfPages {
  private static final long MEMORY_BYTES = 64L * 1024 * 1024;

  private PdfPages() {}

  /// What was rendered, and where on it the signature will be seen.
  ///
  /// @param document open until this is closed
  /// @param renderer holds its fonts
  /// @param sealPage counted from 0
  /// @param seal in points
  record Rendered(PDDocument document, PdfBoxRenderer renderer, int sealPage, PDRectangle seal)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      renderer.close();
      document.close();
    }
  }

  /// Makes the pages.
  ///
  /// @param fonts open until the document was saved
  /// @param charts draws the objects in them
  /// @throws IOException if nothing can be written where temporary files lie
  static Rendered render(String html, Fonts fonts, FSObjectDrawer charts, String producer)
      throws IOException {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePDDocument(document)
            .usePdfAConformance(PdfAConformance.PDFA_3_B)
            .usePdfUaAccessibility(true)
            .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
            .withProducer(producer)
            .withHtmlContent(html, null)
            .useObjectDrawerFactory(new Charts(charts))
            .useUnicodeLineBreaker(new WordBreaker())
            .useReplacementText("?");
    boolean spare = fonts.needsSpare(html);
    for (Typeface face : Typeface.values()) {
      if (spare || !face.isSpare()) {
        builder.useFont(
            new PDFontSupplier(fonts.in(document, face)),
            face.family(),
            face.weight(),
            FontStyle.NORMAL,
            true);
      }
    }
    if (spare) {
      builder
          .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
          .useUnicodeBidiReorderer(new RightToLeft());
    }
    PdfBoxRenderer renderer = builder.buildPdfRenderer();
    try {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      List<? extends PagePosition<?>> seals =
          renderer.findPagePositionsByID(Pattern.compile(PageWriter.SEAL_ID));
      PagePosition<?> seal = seals.getLast();
      return new Rendered(
          document,
          renderer,
          seal.getPageNo(),
          new PDRectangle(seal.getX(), seal.getY(), seal.getWidth(), seal.getHeight()));
    } catch (IOException | RuntimeException failed) {
      renderer.close();
      document.close();
      throw failed;
    }
  }

  private record Charts(FSObjectDrawer drawer) implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return drawer;
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getNodeName().equals("object");
    }
  }
}
