package ai.cryox.backend.sheet;

import java.util.List;

/// The parts of a workbook that hold no rows, word for word.
final class WorkbookParts {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /// As wide as a page when it is printed.
  static final String SHEET_START =
      XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";

  static final String SHEET_END =
      "<pageSetup orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>";

  static final String ROOT_RELATIONS =
      XML
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\"><Relationship Id=\"rId1\" Type=\""
          + OFFICE
          + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

  /// In the order of the numbers in {@link SheetXml}.
  static final String STYLES =
      XML
          + "<styleSheet xmlns=\""
          + MAIN
          + "\">"
          + """
          <numFmts count="2">
          <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>
          <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/>
          </numFmts>
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
          <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
          <fills count="2"><fill><patternFill patternType="none"/></fill>
          <fill><patternFill patternType="gray125"/></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="5">
          <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
          <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
          <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
          <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
          <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
          </cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
          </styleSheet>
          """;

  private WorkbookParts() {}

  static String contentTypes(int sheets) {
    StringBuilder types =
        new StringBuilder(XML)
            .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
            .append(
                "<Default Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .append(override("workbook.xml", "sheet.main+xml"))
            .append(override("styles.xml", "styles+xml"));
    for (int i = 1; i <= sheets; i++) {
      types.append(override("worksheets/sheet" + i + ".xml", "worksheet+xml"));
    }
    return types.append("</Types>").toString();
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s\" ContentType=\"%s%s\"/>".formatted(part, TYPE, type);
  }

  /// @param names free of markup
  static String workbook(List<String> names) {
    StringBuilder sheets =
        new StringBuilder(XML)
            .append("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, OFFICE));
    for (int i = 1; i <= names.size(); i++) {
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(names.get(i - 1), i, i));
    }
    return sheets.append("</sheets></workbook>").toString();
  }

  static String relations(int sheets) {
    StringBuilder relations =
        new StringBuilder(XML).append("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 1; i <= sheets; i++) {
      relations.append(relation("rId" + i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
    }
    return relations
        .append(relation("rId" + (sheets + 1), "styles", "styles.xml"))
        .append("</Relationships>")
        .toString();
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }
}
