package ai.cryox.backend.report;

import com.openhtmltopdf.pdfboxout.PagePosition;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/// The empty places on a report where people will sign.
final class SignatureFields {
  private SignatureFields() {}

  /// Adds them; after the seal's.
  ///
  /// @throws IOException if nothing can be written where temporary files lie
  static void add(PdfPages.Rendered rendered, ReportWords words, Fonts fonts) throws IOException {
    PDDocument document = rendered.document();
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    for (SignatureBox box : SignatureBox.values()) {
      List<? extends PagePosition<?>> places =
          rendered.renderer().findPagePositionsByID(Pattern.compile(box.id()));
      PagePosition<?> place = places.getLast();
      SealField.addTo(
          document,
          form,
          box.field(),
          fonts,
          place.getPageNo(),
          new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight()),
          List.of(words.say("sign.open." + box)),
          words.say("sign.field." + box));
    }
  }
}
