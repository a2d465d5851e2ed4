package ai.cryox.backend.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a workbook that {@link Workbook} wrote, also after a spreadsheet program has saved it
/// again: the facts of its first sheet, and the records of all others as the file they came from.
/// Row by row; only texts that programs keep apart are held in memory. One use, one thread.
public final class WorkbookReader implements AutoCloseable {
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final long MOST_SHARED = 64L * 1024 * 1024;

  private final ZipFile zip;
  private final XMLInputFactory factory;
  private final List<String> sheets = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();

  /// Opens one.
  ///
  /// @throws IOException if it is no workbook, with the reason
  public WorkbookReader(Path file) throws IOException {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    zip = new ZipFile(file.toFile());
    try {
      sheets();
      sharedTexts();
    } catch (IOException | RuntimeException broken) {
      zip.close();
      throw broken;
    }
  }

  private interface Part {
    void read(XMLStreamReader xml) throws XMLStreamException, IOException;
  }

  private void part(String name, Part part) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 64 * 1024)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        part.read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException broken) {
      throw new IOException("its %s is broken (%s)".formatted(name, broken.getMessage()), broken);
    }
  }

  private static boolean begins(XMLStreamReader xml, String name) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
  }

  private void sheets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    part(
        "xl/_rels/workbook.xml.rels",
        xml -> {
          while (xml.hasNext()) {
            if (begins(xml, "Relationship")) {
              targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
          }
        });
    part(
        "xl/workbook.xml",
        xml -> {
          while (xml.hasNext()) {
            if (begins(xml, "sheet")) {
              String id = xml.getAttributeValue(RELATION, "id");
              String target = targets.getOrDefault(id == null ? "" : id, "");
              sheets.add(target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
          }
        });
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void sharedTexts() throws IOException {
    String name = "xl/sharedStrings.xml";
    if (zip.getEntry(name) == null) {
      return;
    }
    part(
        name,
        xml -> {
          long size = 0;
          while (xml.hasNext()) {
            if (begins(xml, "si")) {
              String text = texts(xml, "si");
              size += text.length() + 32L;
              if (size > MOST_SHARED) {
                throw new IOException("it holds more text than fits here");
              }
              shared.add(text);
            }
          }
        });
  }

  /// All `t` up to the end of an element, which is not left.
  private static String texts(XMLStreamReader xml, String until) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        text.append(xml.getElementText());
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
        texts(xml, "rPh");
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(until)) {
        return CellText.unescaped(text.toString());
      }
    }
  }

  private interface Rows {
    void take(List<Cell> row) throws IOException;
  }

  private void rows(String sheet, Rows rows) throws IOException {
    part(
        sheet,
        xml -> {
          List<Cell> row = new ArrayList<>();
          while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
              int column = column(attribute(xml, "r"), row.size());
              while (row.size() < column) {
                row.add(Cell.NONE);
              }
              row.add(cell(xml));
            } else if (event == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("row")) {
              rows.take(row);
              row.clear();
            }
          }
        });
  }

  /// 0 is the first.
  private static int column(String reference, int next) throws IOException {
    int column = 0;
    int i = 0;
    while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
      i++;
      if (column > 16_384) {
        throw new IOException("a cell '%s' is out of the sheet".formatted(reference));
      }
    }
    int found = i == 0 ? next : column - 1;
    if (found < next) {
      throw new IOException("its cell %s stands before others".formatted(reference));
    }
    return found;
  }

  private Cell cell(XMLStreamReader xml) throws XMLStreamException, IOException {
    String type = attribute(xml, "t");
    String value = "";
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        value = xml.getElementText();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
        value = texts(xml, "is");
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        return switch (type) {
          case "s" -> new Cell(shared(value), false);
          case "str" -> new Cell(CellText.unescaped(value), false);
          case "", "n" -> new Cell(value, !value.isEmpty());
          default -> new Cell(value, false);
        };
      }
    }
  }

  private String shared(String number) throws IOException {
    try {
      return shared.get(Integer.parseInt(number));
    } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
      throw new IOException("it has no text number " + number, wrong);
    }
  }

  /// The facts of the first sheet, line by line, fields parted by a tab.
  public List<String> facts() throws IOException {
    List<String> facts = new ArrayList<>();
    if (!sheets.isEmpty()) {
      rows(
          sheets.getFirst(),
          row -> facts.add(String.join("\t", row.stream().map(Cell::text).toList())));
    }
    return facts;
  }

  /// Writes the records of all other sheets as comma-separated values.
  ///
  /// @param columns what the fields under a name are
  /// @return how many, without the heading
  /// @throws IOException if they cannot be read or written
  public long table(Function<String, Column> columns, OutputStream csv) throws IOException {
    return table(_ -> true, columns, csv);
  }

  /// Writes the records of some of the other sheets as comma-separated values.
  ///
  /// @param wanted whether a sheet with such a heading is one of them
  /// @param columns what the fields under a name are
  /// @return how many, without the heading
  /// @throws IOException if they cannot be read or written
  public long table(
      Predicate<List<String>> wanted, Function<String, Column> columns, OutputStream csv)
      throws IOException {
    CsvText out = new CsvText(csv);
    SheetTable table = new SheetTable(wanted, columns, out);
    for (String sheet : sheets.subList(Math.min(1, sheets.size()), sheets.size())) {
      table.nextSheet();
      rows(sheet, table::take);
    }
    out.flush();
    return table.records();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
