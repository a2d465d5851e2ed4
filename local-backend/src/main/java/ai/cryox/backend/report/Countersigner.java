package ai.cryox.backend.report;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.report.ReportStep;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/// Adds a person's signature to a report that is kept: behind all that is there, of which not a
/// byte changes, and sealed with the facility's key, since it is the facility that knows who
/// signed. Any thread.
///
/// @param seal signs
/// @param stamps confirms the time, or `null` for no stamp
public record Countersigner(ReportSeal seal, @Nullable StampClient stamps) {
  private static final long MEMORY_BYTES = 32L * 1024 * 1024;
  private static final int LONGEST_LINE = 150;

  /// What a person signs.
  ///
  /// @param name as it is printed
  /// @param comment may be empty
  /// @param signed SHA-256 of the document as they saw it
  /// @param zone whose wall clock the time is printed by
  public record Words(
      ReportStep step, String name, Instant at, String comment, String signed, ZoneId zone) {}

  /// Signs in a box that nobody has signed in.
  ///
  /// @param from is left as it is
  /// @param to is written
  /// @throws IOException if a file cannot be read or written
  /// @throws ReportException if there is no such box, or the key cannot sign
  public void sign(Path from, Path to, SignatureBox box, Words said) throws IOException {
    ReportWords words;
    try (PDDocument document =
            Loader.loadPDF(
                new RandomAccessReadBufferedFile(from.toFile()),
                MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache);
        Fonts fonts = new Fonts();
        OutputStream out = Files.newOutputStream(to)) {
      words =
          new ReportWords(
              Objects.requireNonNullElse(document.getDocumentCatalog().getLanguage(), "en"),
              said.zone(),
              said.at(),
              said.at());
      PDSignatureField field = empty(document, box);
      PDAnnotationWidget widget = field.getWidgets().getFirst();
      PDAppearanceDictionary appearance = new PDAppearanceDictionary();
      appearance.setNormalAppearance(
          SealField.appearance(document, fonts, widget.getRectangle(), lines(said, words)));
      widget.setAppearance(appearance);
      field.getCOSObject().setItem(COSName.V, SignatureRoom.in(document));
      field.getCOSObject().setNeedToBeUpdated(true);
      widget.getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }
    CrossReferences.mend(to);
    new Signer(seal, stamps)
        .sign(to, said.name(), words.say("sign.meaning." + said.step()), said.at());
  }

  private static PDSignatureField empty(PDDocument document, SignatureBox box) throws IOException {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form != null
        && form.getField(box.field()) instanceof PDSignatureField field
        && field.getCOSObject().getDictionaryObject(COSName.V) == null) {
      return field;
    }
    throw new ReportException("This report has no room for that signature.");
  }

  private static List<String> lines(Words said, ReportWords words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("sign.line." + said.step(), said.name(), words.stamp(said.at())));
    lines.add(words.say("sign.meaning", words.say("sign.meaning." + said.step())));
    if (!said.comment().isBlank()) {
      String comment = said.comment().strip().replaceAll("\\s+", " ");
      lines.add(
          comment.length() > LONGEST_LINE ? comment.substring(0, LONGEST_LINE) + "…" : comment);
    }
    lines.add(words.say("sign.document", said.signed()));
    return lines;
  }
}
