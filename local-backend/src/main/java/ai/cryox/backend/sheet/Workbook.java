package ai.cryox.backend.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a workbook, sheet after sheet, while it is read: millions of rows need no memory. The
/// same rows give the same bytes. One thread.
public final class Workbook implements AutoCloseable {
  /// A sheet holds no more.
  static final int MOST_ROWS = 1_048_576;

  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int NARROW = 14;
  private static final int WIDE = 24;
  private static final int VERY_WIDE = 90;

  /// A row is not higher than 409 points.
  private static final int MOST_LINES = 27;

  private final ZipOutputStream zip;
  private final int mostRows;
  private final List<String> names = new ArrayList<>();

  /// @param out takes it; is closed with it
  public Workbook(OutputStream out) {
    this(out, MOST_ROWS);
  }

  /// @param mostRows of a sheet, with its heading
  Workbook(OutputStream out, int mostRows) {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    this.mostRows = mostRows;
  }

  /// One line of a sheet of facts.
  ///
  /// @param name what is said
  /// @param value of it
  public record Fact(String name, String value) {}

  /// A sheet of facts, line by line.
  public void facts(String sheet, List<Fact> facts) throws IOException {
    SheetXml xml = begin(sheet, columns(new int[] {WIDE, VERY_WIDE}));
    for (int i = 0; i < facts.size(); i++) {
      xml.open(i + 1, lines(facts.get(i).value()));
      xml.text(0, facts.get(i).name(), SheetXml.HEADING);
      xml.text(1, facts.get(i).value(), SheetXml.WRAPPED);
      xml.close();
    }
    end(xml, "");
  }

  /// How many lines a text takes in its column; programs do not all look.
  private static int lines(String value) {
    int lines = value.lines().mapToInt(line -> 1 + line.length() / VERY_WIDE).sum();
    return Math.clamp(lines, 1, MOST_LINES);
  }

  /// All records of a file, the first of which names the columns; as many sheets as they need.
  ///
  /// @param sheet what the first is called; the others have a number behind that
  /// @param columns what the fields under a name are
  public void table(String sheet, InputStream csv, Function<String, Column> columns)
      throws IOException {
    CsvRecords records = new CsvRecords(csv);
    if (!records.next()) {
      throw new IOException("the data do not even name their columns");
    }
    List<String> heading = new ArrayList<>();
    for (int i = 0; i < records.fields(); i++) {
      heading.add(records.text(i));
    }
    Column[] kinds = heading.stream().map(columns).toArray(Column[]::new);
    boolean more = records.next();
    int count = 1;
    do {
      String name = count == 1 ? sheet : sheet + " " + count;
      SheetXml xml = begin(name, frozen() + columns(widths(kinds)));
      heading(xml, heading);
      int row = 1;
      Column.Days days = new Column.Days();
      while (more && row < mostRows) {
        row++;
        row(xml, row, records, kinds, days);
        more = records.next();
      }
      String last = SheetXml.letters(heading.size() - 1) + row;
      end(xml, "<autoFilter ref=\"A1:" + last + "\"/>");
      count++;
    } while (more);
  }

  private static void heading(SheetXml xml, List<String> heading) throws IOException {
    xml.open(1);
    for (int i = 0; i < heading.size(); i++) {
      xml.text(i, heading.get(i), SheetXml.HEADING);
    }
    xml.close();
  }

  private static void row(
      SheetXml xml, int number, CsvRecords record, Column[] kinds, Column.Days days)
      throws IOException {
    xml.open(number);
    byte[] bytes = record.bytes();
    for (int i = 0; i < record.fields(); i++) {
      int from = record.from(i);
      int until = record.until(i);
      Column kind = i < kinds.length ? kinds[i] : Column.TEXT;
      long time = kind == Column.TIME ? Column.time(bytes, from, until, days) : Long.MIN_VALUE;
      if (time != Long.MIN_VALUE) {
        xml.time(i, time);
      } else if (kind.isNumber(bytes, from, until)) {
        xml.number(i, bytes, from, until);
      } else {
        xml.text(i, bytes, from, until);
      }
    }
    xml.close();
  }

  private static int[] widths(Column[] kinds) {
    int[] widths = new int[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      widths[i] = kinds[i] == Column.DECIMAL || kinds[i] == Column.WHOLE ? NARROW : WIDE;
    }
    return widths;
  }

  private static String columns(int[] widths) {
    StringBuilder columns = new StringBuilder("<cols>");
    for (int i = 0; i < widths.length; i++) {
      columns.append(
          "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
              .formatted(i + 1, i + 1, widths[i]));
    }
    return columns.append("</cols>").toString();
  }

  private static String frozen() {
    return "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
        + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
  }

  private SheetXml begin(String sheet, String before) throws IOException {
    names.add(sheet);
    entry("xl/worksheets/sheet%d.xml".formatted(names.size()));
    SheetXml xml = new SheetXml(zip);
    xml.raw(utf8(WorkbookParts.SHEET_START + before + "<sheetData>"));
    return xml;
  }

  private void end(SheetXml xml, String after) throws IOException {
    xml.raw(utf8("</sheetData>" + after + WorkbookParts.SHEET_END));
    xml.flush();
    zip.closeEntry();
  }

  private void entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void part(String name, String text) throws IOException {
    entry(name);
    zip.write(utf8(text));
    zip.closeEntry();
  }

  /// Ends it. What was begun and not ended is no workbook.
  @Override
  public void close() throws IOException {
    try (zip) {
      part("[Content_Types].xml", WorkbookParts.contentTypes(names.size()));
      part("_rels/.rels", WorkbookParts.ROOT_RELATIONS);
      part("xl/workbook.xml", WorkbookParts.workbook(names));
      part("xl/_rels/workbook.xml.rels", WorkbookParts.relations(names.size()));
      part("xl/styles.xml", WorkbookParts.STYLES);
    }
  }
}
