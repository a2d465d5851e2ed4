package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// Puts a report's data into its PDF, as they were compressed before: an associated file of
/// PDF/A-3.
final class Attachment {
  private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  private Attachment() {}

  /// @param description for people
  /// @throws IOException if the data cannot be read
  static void add(PDDocument document, DataFile data, String description, Instant madeAt)
      throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document);
    COSStream stream = file.getCOSObject();
    try (OutputStream raw = stream.createRawOutputStream()) {
      Files.copy(data.packed(), raw);
    }
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    file.setSubtype("text/csv");
    file.setSize((int) Math.min(Integer.MAX_VALUE, data.bytes()));
    GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    made.setTimeInMillis(madeAt.toEpochMilli());
    file.setCreationDate(made);
    file.setModDate(made);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(PageWriter.DATA_NAME);
    specification.setFileUnicode(PageWriter.DATA_NAME);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.setFileDescription(description);
    COSDictionary dictionary = specification.getCOSObject();
    dictionary.setItem(RELATIONSHIP, COSName.getPDFName("Data"));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(PageWriter.DATA_NAME, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(dictionary);
    document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
  }
}
