package ai.cryox.backend.report;

import ai.cryox.backend.report.LedgerPart.Proven;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.VerifierKey;
import ai.cryox.core.report.Check;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/// Checks that the data in a report are those whose hash its pages print, and the readings in them
/// those that its ledger was given.
///
/// @param trusted who must have signed the ledger; `null` believes the key in the report
/// @param source the data that it was made of, or `null` if they are not at hand
record DataCheck(
    PDDocument document, @Nullable VerifierKey trusted, @Nullable LedgerProofs source) {
  private static final String DATA = "data";
  private static final String LEDGER = "ledger";
  private static final String SOURCE = "source";
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final String HEADING = "deviceId,timestamp,temperature,";

  /// The proof stands on one of the last pages.
  private static final int LAST_PAGES = 2;

  void into(List<Check> checks) throws IOException {
    PDEmbeddedFile file = embedded(PageWriter.DATA_NAME);
    if (file == null) {
      checks.add(Check.bad(DATA, "It has no data in it."));
      return;
    }
    String printed = printed();
    if (printed == null) {
      checks.add(Check.bad(DATA, "Its pages print no hash of the data."));
      return;
    }
    MessageDigest hash = PackedFile.sha256();
    try (DigestInputStream data = new DigestInputStream(unpacked(file), hash)) {
      Proven proven = proven(data, checks);
      data.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(hash.digest());
      checks.add(
          found.equals(printed)
              ? Check.good(
                  DATA, "The data in it have the hash that it prints, %s.".formatted(found))
              : Check.bad(
                  DATA,
                  "The data in it were changed: their hash is %s, and its pages print %s."
                      .formatted(found, printed)));
      if (proven != null) {
        ledger(proven, checks);
      }
    } catch (ZipException | EOFException damaged) {
      checks.add(
          Check.bad(
              DATA,
              "The data in it are damaged and cannot be unpacked (%s)."
                  .formatted(damaged.getMessage())));
    }
  }

  /// Reads the data beside the proof; what is left of them is still to be read.
  private @Nullable Proven proven(InputStream data, List<Check> checks) throws IOException {
    PDEmbeddedFile file = embedded(PageWriter.PROOF_NAME);
    if (file == null) {
      if (source != null || trusted != null) {
        checks.add(Check.bad(LEDGER, "It has no proof from a ledger in it."));
      }
      return null;
    }
    BufferedInputStream buffered = new BufferedInputStream(data, 256 * 1024);
    buffered.mark(HEADING.length());
    boolean readings =
        HEADING.equals(
            new String(buffered.readNBytes(HEADING.length()), StandardCharsets.US_ASCII));
    buffered.reset();
    try (DataInputStream proof =
        new DataInputStream(new BufferedInputStream(unpacked(file), 256 * 1024))) {
      CsvReadings csv = readings ? new CsvReadings(buffered) : null;
      Proven proven = new LedgerPart(proof, csv).read();
      if (csv != null && csv.isAtRow()) {
        checks.add(
            Check.bad(
                LEDGER, "The data in it have readings of a unit that its proof does not name."));
        return null;
      }
      return proven;
    } catch (DamagedException | IOException broken) {
      checks.add(
          Check.bad(LEDGER, "The proof in it proves nothing: %s.".formatted(broken.getMessage())));
      return null;
    }
  }

  private void ledger(Proven proven, List<Check> checks) {
    Checkpoint head = proven.checkpoint();
    if (trusted != null && !trusted.equals(proven.key())) {
      checks.add(
          Check.bad(LEDGER, "Its ledger is signed by another key, %s.".formatted(proven.key())));
      return;
    }
    Checkpoint older = proven.older();
    checks.add(
        proven.readings().isGood()
            ? Check.good(
                LEDGER,
                "The ledger %s of %,d leaves, signed at %s by %s%s: %s."
                    .formatted(
                        head.origin(),
                        head.size(),
                        head.at(),
                        proven.key(),
                        older == null
                            ? ""
                            : ", has only grown since %s, when it had %,d"
                                .formatted(older.at(), older.size()),
                        proven.readings().sentence()))
            : Check.bad(
                LEDGER,
                "The readings in it are not those that the ledger %s was given: %s."
                    .formatted(head.origin(), proven.readings().problems())));
    if (source != null) {
      checks.add(source(source, proven));
    }
  }

  private static Check source(LedgerProofs source, Proven proven) {
    Checkpoint head = proven.checkpoint();
    LedgerProofs.Signed now = source.head().orElse(null);
    if (now == null || now.leaves() < head.size()) {
      return Check.bad(
          SOURCE,
          "The data folder's ledger has %d leaves, that of the report had %d: the data are older, or others."
              .formatted(now == null ? 0 : now.leaves(), head.size()));
    }
    List<Long> strange = source.strange(proven.leaves());
    if (!strange.isEmpty()) {
      return Check.bad(
          SOURCE,
          "Leaf %d of the data folder's ledger is not that of the report (%d of %d are not): the data were changed since, or are others."
              .formatted(strange.getFirst(), strange.size(), proven.leaves().size()));
    }
    if (!source.agreesWith(head)) {
      return Check.bad(
          SOURCE,
          "The first %d leaves of the data folder's ledger are not those that the report's checkpoint signs."
              .formatted(head.size()));
    }
    return Objects.equals(now.key(), proven.key())
        ? Check.good(
            SOURCE,
            "The data folder's ledger has all %d leaves that the report stands on, and %d more since."
                .formatted(proven.leaves().size(), now.leaves() - head.size()))
        : Check.bad(
            SOURCE, "The data folder's ledger is signed by another key, %s.".formatted(now.key()));
  }

  private @Nullable PDEmbeddedFile embedded(String name) throws IOException {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
    Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
    PDComplexFileSpecification data = all == null ? null : all.get(name);
    return data == null ? null : data.getEmbeddedFile();
  }

  /// Unpacked as it is read: it may be larger than the memory.
  private static InputStream unpacked(PDEmbeddedFile file) throws IOException {
    boolean packed =
        COSName.FLATE_DECODE.equals(file.getCOSObject().getDictionaryObject(COSName.FILTER));
    InputStream raw = file.getCOSObject().createRawInputStream();
    return packed ? new InflaterInputStream(raw) : raw;
  }

  private @Nullable String printed() throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    int pages = document.getNumberOfPages();
    text.setStartPage(Math.max(1, pages - LAST_PAGES + 1));
    text.setEndPage(pages);
    Matcher found = HASH.matcher(text.getText(document));
    return found.find() ? found.group() : null;
  }
}
