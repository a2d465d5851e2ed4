package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// A file in a PDF, as it was compressed before: an associated file of PDF/A-3.
///
/// @param mediaType what it is
/// @param relationship to the pages, in the words of ISO 32000-2
/// @param description for people
record Attachment(
    String name, String mediaType, String relationship, String description, DataFile content) {
  private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  /// Puts files into a PDF.
  ///
  /// @throws IOException if they cannot be read
  static void add(PDDocument document, List<Attachment> files, Instant madeAt) throws IOException {
    Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
    COSArray associated = new COSArray();
    for (Attachment file : files) {
      PDComplexFileSpecification specification = file.specification(document, madeAt);
      byName.put(file.name, specification);
      associated.add(specification.getCOSObject());
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(byName);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
  }

  private PDComplexFileSpecification specification(PDDocument document, Instant madeAt)
      throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document);
    COSStream stream = file.getCOSObject();
    try (OutputStream raw = stream.createRawOutputStream()) {
      Files.copy(content.packed(), raw);
    }
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    file.setSubtype(mediaType);
    file.setSize((int) Math.min(Integer.MAX_VALUE, content.bytes()));
    GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    made.setTimeInMillis(madeAt.toEpochMilli());
    file.setCreationDate(made);
    file.setModDate(made);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.setFileDescription(description);
    specification.getCOSObject().setItem(RELATIONSHIP, COSName.getPDFName(relationship));
    return specification;
  }
}
