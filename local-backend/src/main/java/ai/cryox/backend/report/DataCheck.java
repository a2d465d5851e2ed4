package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

/// Checks that the data in a report are those whose hash its pages print.
record DataCheck(PDDocument document) {
  private static final String NAME = "data";
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

  /// The proof stands on one of the last pages.
  private static final int LAST_PAGES = 2;

  void into(List<Check> checks) throws IOException {
    PDEmbeddedFile file = embedded();
    if (file == null) {
      checks.add(Check.bad(NAME, "It has no data in it."));
      return;
    }
    String printed = printed();
    if (printed == null) {
      checks.add(Check.bad(NAME, "Its pages print no hash of the data."));
      return;
    }
    try {
      MessageDigest hash = PackedFile.sha256();
      long bytes = read(file, hash);
      String found = HexFormat.of().formatHex(hash.digest());
      checks.add(
          found.equals(printed)
              ? Check.good(
                  NAME,
                  "The %,d bytes of data in it have the hash that it prints, %s."
                      .formatted(bytes, found))
              : Check.bad(
                  NAME,
                  "The data in it were changed: their hash is %s, and its pages print %s."
                      .formatted(found, printed)));
    } catch (ZipException | EOFException damaged) {
      checks.add(
          Check.bad(
              NAME,
              "The data in it are damaged and cannot be unpacked (%s)."
                  .formatted(damaged.getMessage())));
    }
  }

  private @Nullable PDEmbeddedFile embedded() throws IOException {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
    Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
    PDComplexFileSpecification data = all == null ? null : all.get(PageWriter.DATA_NAME);
    return data == null ? null : data.getEmbeddedFile();
  }

  /// Unpacked as it is read: it may be larger than the memory.
  private static long read(PDEmbeddedFile file, MessageDigest hash) throws IOException {
    boolean packed =
        COSName.FLATE_DECODE.equals(file.getCOSObject().getDictionaryObject(COSName.FILTER));
    try (InputStream raw = file.getCOSObject().createRawInputStream();
        InputStream data = packed ? new InflaterInputStream(raw) : raw;
        DigestInputStream digested = new DigestInputStream(data, hash)) {
      byte[] buffer = new byte[256 * 1024];
      long bytes = 0;
      for (int count = digested.read(buffer); count >= 0; count = digested.read(buffer)) {
        bytes += count;
      }
      return bytes;
    }
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
