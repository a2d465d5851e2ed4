package ai.cryox.backend.report;

import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Makes a report: gather → write the pages → render → attach the data → sign → put in its place.
/// It is in its place whole, or not at all. Any thread; each report on one.
///
/// @param data the data folder that is read
/// @param seal signs
/// @param stamps confirms the time, or `null` for no stamp
/// @param madeBy who has reports made
/// @param software name and version of the program
public record ReportMaker(
    Path data,
    ReportSeal seal,
    @Nullable StampClient stamps,
    String madeBy,
    String software,
    InstantSource clock) {
  private static final String PAGES = "pages.pdf";

  /// What was made.
  ///
  /// @param pages of the PDF
  /// @param units it is about
  /// @param excursions it tells of
  /// @param rows of the data in it
  /// @param packedBytes how large those data are in the PDF
  /// @param sha256 of those data
  /// @param damaged stored records that could not be read
  public record Made(
      int pages,
      int units,
      int excursions,
      long rows,
      long packedBytes,
      String sha256,
      int damaged) {}

  /// Makes a PDF.
  ///
  /// @param out is replaced
  /// @throws ReportException if it cannot be made, with a sentence
  /// @throws StoreException if the data file cannot be read
  /// @throws IdentityException if the seal cannot be used
  /// @throws CancellationException if whoever watches broke it off
  public Made pdf(ReportRequest request, Path out, ReportProgress progress) {
    return pdf(request, null, out, progress);
  }

  /// Makes a PDF that is kept, with room for people's signatures.
  ///
  /// @param docket what stands on it of that; `null` = it is not kept
  /// @param out is replaced
  /// @throws ReportException if it cannot be made, with a sentence
  /// @throws StoreException if the data file cannot be read
  /// @throws IdentityException if the seal cannot be used
  /// @throws CancellationException if whoever watches broke it off
  public Made pdf(
      ReportRequest request, @Nullable Docket docket, Path out, ReportProgress progress) {
    return make(
        request,
        out,
        progress,
        (content, work, target) -> {
          int pages = write(content, docket, work);
          move(work.resolve(PAGES), target);
          return pages;
        });
  }

  /// Makes only the data of a report: those that its PDF has in it, to the byte.
  ///
  /// @param form not PDF
  /// @param out is replaced; beside a CSV lies a small file that says what it is
  /// @throws ReportException if they cannot be made, with a sentence
  /// @throws StoreException if the data file cannot be read
  /// @throws CancellationException if whoever watches broke it off
  public Made data(ReportRequest request, ReportForm form, Path out, ReportProgress progress) {
    return make(
        request,
        out,
        progress,
        (content, work, target) -> {
          DataNote note =
              DataNote.of(
                  request.order(),
                  request.letterhead().facilityName(),
                  madeBy,
                  content.madeAt(),
                  software,
                  content.data().sha256());
          Path whole = work.resolve("whole");
          try (InputStream csv =
                  new InflaterInputStream(Files.newInputStream(content.data().packed()));
              OutputStream into = new BufferedOutputStream(Files.newOutputStream(whole))) {
            if (form == ReportForm.XLSX) {
              DataExport.workbook(csv, figures(content), note, request.letterhead(), into);
            } else {
              csv.transferTo(into);
            }
          }
          move(whole, target);
          if (form == ReportForm.CSV) {
            String name = target.getFileName().toString();
            Files.writeString(target.resolveSibling(DataNote.besideName(name)), note.beside(name));
          }
          return 0;
        });
  }

  private interface Writing {
    /// @return how many pages it has
    int write(ReportContent content, WorkFolder work, Path target) throws IOException;
  }

  private Made make(ReportRequest request, Path out, ReportProgress progress, Writing writing) {
    String problem = request.problem();
    if (problem != null) {
      throw new ReportException(problem);
    }
    Instant now = clock.instant();
    if (!request.from().isBefore(now)) {
      throw new ReportException(
          "The period begins at %s, which is still to come.".formatted(request.from()));
    }
    Path target = out.toAbsolutePath().normalize();
    try (StoreFile file = StoreFile.in(data);
        WorkFolder work = WorkFolder.beside(target, now)) {
      ReportContent content =
          new ContentReader(file, request, now, progress)
              .read(work.resolve("data"), work.resolve("proof"), madeBy, software);
      int pages = writing.write(content, work, target);
      return new Made(
          pages,
          content.units().size(),
          content.excursions().size(),
          content.data().rows(),
          Files.size(content.data().packed())
              + (content.ledger() == null ? 0 : Files.size(content.proof().packed())),
          content.data().sha256(),
          content.damaged());
    } catch (IOException | UncheckedIOException failed) {
      throw new ReportException(
          "The report cannot be written to %s: %s. Make room there, or choose another place."
              .formatted(target, failed.getMessage()),
          failed);
    }
  }

  private int write(ReportContent content, @Nullable Docket docket, WorkFolder work)
      throws IOException {
    ReportRequest request = content.request();
    ReportWords words =
        new ReportWords(
            request.letterhead().language(),
            request.letterhead().zone(),
            request.from(),
            request.until());
    Path pages = work.resolve(PAGES);
    int count;
    try (Fonts fonts = new Fonts();
        PdfPages.Rendered rendered =
            PdfPages.render(
                html(content, words, docket, fonts),
                fonts,
                new ChartDrawer(content.units(), words, fonts),
                software)) {
      Attachment.add(rendered.document(), attachments(content, words, work), content.madeAt());
      SealField.add(
          rendered.document(),
          fonts,
          rendered.sealPage(),
          rendered.seal(),
          sealLines(content, words),
          words.say("seal"));
      if (docket != null) {
        SignatureFields.add(rendered, words, fonts);
      }
      rendered.document().save(pages.toFile());
      count = rendered.document().getNumberOfPages();
    }
    CrossReferences.mend(pages);
    new Signer(seal, stamps).sign(pages, sealName(), words.say("seal.reason"), content.madeAt());
    return count;
  }

  private static List<Attachment> attachments(
      ReportContent content, ReportWords words, WorkFolder work) {
    List<Attachment> all = new ArrayList<>();
    all.add(
        new Attachment(
            PageWriter.DATA_NAME,
            "text/csv",
            "Data",
            words.say("data") + ", SHA-256 " + content.data().sha256(),
            content.data()));
    byte[] figures = figures(content);
    if (figures != null) {
      try (PackedFile packed = new PackedFile(work.resolve("figures"))) {
        Pieces pieces = packed.next();
        pieces.hand(figures);
        pieces.end();
        all.add(
            new Attachment(
                PageWriter.FIGURES_NAME,
                "text/csv",
                "Supplement",
                words.say("sheet.figures"),
                packed.finish()));
      }
    }
    if (content.ledger() != null) {
      all.add(
          new Attachment(
              PageWriter.PROOF_NAME,
              "application/octet-stream",
              "Supplement",
              words.say("ledger.proof"),
              content.proof()));
    }
    return all;
  }

  /// Of the units of a report that is about what they measured; `null` of others.
  private static byte @Nullable [] figures(ReportContent content) {
    return content.request().kind().hasReadings() ? FigureRows.of(content.units()) : null;
  }

  private static String html(
      ReportContent content, ReportWords words, @Nullable Docket docket, Fonts fonts) {
    String html = new PageWriter(content, words, docket, false).write();
    return fonts.lacks(html) ? new PageWriter(content, words, docket, true).write() : html;
  }

  private String sealName() {
    String name = seal.certificate().getSubjectX500Principal().getName();
    return name.replaceFirst("^CN=", "").replace("\\,", ",");
  }

  private List<String> sealLines(ReportContent content, ReportWords words) throws IOException {
    return List.of(
        words.say("seal.by", sealName()),
        words.stamp(content.madeAt()),
        words.say("seal.fingerprint", fingerprint(seal)));
  }

  /// The SHA-256 of the seal's certificate, hexadecimal.
  static String fingerprint(ReportSeal seal) throws IOException {
    try {
      return HexFormat.of().formatHex(PackedFile.sha256().digest(seal.certificate().getEncoded()));
    } catch (CertificateEncodingException broken) {
      throw new IOException("the certificate of the seal is broken", broken);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
