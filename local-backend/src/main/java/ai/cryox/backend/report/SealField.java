package ai.cryox.backend.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/// The place on the pages where the seal is seen: a signature field with room to sign it, tagged as
/// PDF/UA asks, with what people read in it.
final class SealField {
  /// The name of the field.
  static final String NAME = "seal";

  private static final float MARGIN = 8;
  private static final float LARGE = 9;
  private static final float SMALL = 6.6f;

  private SealField() {}

  /// @param lines the first in bold
  /// @param tooltip for people who do not see it
  /// @throws IOException if nothing can be written where temporary files lie
  static void add(
      PDDocument document,
      Fonts fonts,
      int pageNumber,
      PDRectangle where,
      List<String> lines,
      String tooltip)
      throws IOException {
    PDAcroForm form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    form.setSignaturesExist(true);
    form.setAppendOnly(true);
    PDSignatureField field = addTo(document, form, NAME, fonts, pageNumber, where, lines, tooltip);
    field.getCOSObject().setItem(COSName.V, SignatureRoom.in(document));
  }

  /// Adds an empty field to those that are there.
  static PDSignatureField addTo(
      PDDocument document,
      PDAcroForm form,
      String name,
      Fonts fonts,
      int pageNumber,
      PDRectangle where,
      List<String> lines,
      String tooltip)
      throws IOException {
    PDSignatureField field = new PDSignatureField(form);
    field.setPartialName(name);
    field.setAlternateFieldName(tooltip);
    List<PDField> fields = new ArrayList<>(form.getFields());
    fields.add(field);
    form.setFields(fields);
    PDPage page = document.getPage(pageNumber);
    PDAnnotationWidget widget = field.getWidgets().getFirst();
    widget.setRectangle(where);
    widget.setPage(page);
    widget.setPrinted(true);
    widget.setLocked(true);
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(appearance(document, fonts, where, lines));
    widget.setAppearance(appearance);
    List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
    annotations.add(widget);
    page.setAnnotations(annotations);
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    tag(document, page, widget, tooltip);
    return field;
  }

  /// What is seen in a field.
  ///
  /// @param lines the first in bold
  static PDAppearanceStream appearance(
      PDDocument document, Fonts fonts, PDRectangle where, List<String> lines) throws IOException {
    PDAppearanceStream stream = new PDAppearanceStream(new PDFormXObject(document).getCOSObject());
    stream.setResources(new PDResources());
    stream.setBBox(new PDRectangle(where.getWidth(), where.getHeight()));
    try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
      float y = where.getHeight() - MARGIN - LARGE;
      boolean first = true;
      for (String line : lines) {
        content.beginText();
        content.newLineAtOffset(MARGIN, y);
        Typeface face = first ? Typeface.BOLD : Typeface.REGULAR;
        show(line, face, first ? LARGE : SMALL, new Shown(document, fonts, content));
        content.endText();
        y -= first ? LARGE + 4 : SMALL + 3;
        first = false;
      }
    }
    return stream;
  }

  private record Shown(PDDocument document, Fonts fonts, PDPageContentStream content) {}

  /// Letters that a font lacks are taken from another.
  private static void show(String line, Typeface first, float size, Shown on) throws IOException {
    int from = 0;
    while (from < line.length()) {
      Typeface face = on.fonts.faceOf(line.codePointAt(from), first);
      int until = from;
      while (until < line.length() && on.fonts.faceOf(line.codePointAt(until), first) == face) {
        until += Character.charCount(line.codePointAt(until));
      }
      String part = line.substring(from, until);
      on.content.setFont(on.fonts.in(on.document, face == null ? first : face), size);
      on.content.showText(face == null ? "?".repeat(part.codePointCount(0, part.length())) : part);
      from = until;
    }
  }

  /// A widget must be the content of a Form element of the structure (ISO 14289-1, 7.18.4).
  private static void tag(
      PDDocument document, PDPage page, PDAnnotationWidget widget, String tooltip)
      throws IOException {
    PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
    PDStructureElement top = (PDStructureElement) root.getKids().getFirst();
    PDStructureElement element = new PDStructureElement("Form", top);
    element.setPage(page);
    element.setAlternateDescription(tooltip);
    PDObjectReference reference = new PDObjectReference();
    reference.setReferencedObject(widget);
    element.appendKid(reference);
    top.appendKid(element);
    int key = root.getParentTreeNextKey();
    widget.setStructParent(key);
    PDNumberTreeNode tree = root.getParentTree();
    Map<Integer, COSObjectable> numbers = new HashMap<>(tree.getNumbers());
    numbers.put(key, element);
    tree.setNumbers(numbers);
    root.setParentTree(tree);
    root.setParentTreeNextKey(key + 1);
  }
}
