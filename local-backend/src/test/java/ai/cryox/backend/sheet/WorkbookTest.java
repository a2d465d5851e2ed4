package ai.cryox.backend.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks that are written, looked into, and read back.
class WorkbookTest {
  private static final String HEADING = "who,at,value,count\r\n";

  @TempDir Path folder;

  private static Column column(String name) {
    return switch (name) {
      case "at" -> Column.TIME;
      case "value" -> Column.DECIMAL;
      case "count" -> Column.WHOLE;
      default -> Column.TEXT;
    };
  }

  private static byte[] workbook(String csv, int mostRows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, mostRows)) {
      workbook.facts(
          "Report", List.of(new Workbook.Fact("name", "=1+1"), new Workbook.Fact("b", "<&>")));
      workbook.table(
          "Data",
          new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
          WorkbookTest::column);
    }
    return bytes.toByteArray();
  }

  private static String readBack(Path file) throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    try (WorkbookReader reader = new WorkbookReader(file)) {
      reader.table(WorkbookTest::column, csv);
    }
    return csv.toString(StandardCharsets.UTF_8);
  }

  private Path written(String csv, int mostRows) throws IOException {
    return Files.write(folder.resolve("a.xlsx"), workbook(csv, mostRows));
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void numbersAndTimesAreNumbersAndFormulasAreText() throws IOException {
    Path file = written(HEADING + "=HYPERLINK(1),2026-03-01T06:00:30Z,-18.25,7\r\n", 10);
    String sheet = part(file, "xl/worksheets/sheet2.xml");
    assertTrue(sheet.contains("<t xml:space=\"preserve\">=HYPERLINK(1)</t>"), sheet);
    assertTrue(sheet.contains("<c r=\"B2\" s=\"2\"><v>46082.25034722222</v></c>"), sheet);
    assertTrue(sheet.contains("<c r=\"C2\"><v>-18.25</v></c>"), sheet);
    assertTrue(sheet.contains("<c r=\"D2\"><v>7</v></c>"), sheet);
    assertFalse(sheet.contains("<f>"), sheet);
  }

  @Test
  void whatIsNoNumberAsItIsWrittenHereStaysText() throws IOException {
    String csv =
        HEADING
            + "a,2026-02-30T00:00:00Z,4.80,007\r\n"
            + "b,2026-03-01T06:00:30.000Z,NaN,1.0\r\n"
            + "c,1899-01-01T00:00:00Z,1e3,9007199254740993\r\n"
            + "d,yesterday,00.5,-0\r\n";
    Path file = written(csv, 10);
    assertFalse(part(file, "xl/worksheets/sheet2.xml").contains("<v>"));
    assertEquals(csv, readBack(file));
  }

  @Test
  void moreRowsThanASheetHoldsGoOntoTheNext() throws IOException {
    String csv =
        HEADING
            + IntStream.range(0, 25)
                .mapToObj(i -> "row %d,2026-03-01T00:00:%02dZ,%d.5,%d\r\n".formatted(i, i, i, i))
                .collect(Collectors.joining());
    Path file = written(csv, 11);
    assertTrue(part(file, "xl/workbook.xml").contains("name=\"Data 3\""));
    assertEquals(csv, readBack(file));
  }

  @Test
  void anEmptyTableHasItsHeading() throws IOException {
    assertEquals(HEADING, readBack(written(HEADING, 10)));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    String csv = HEADING + "a,2026-03-01T06:00:30Z,4.5,1\r\n";
    assertArrayEquals(workbook(csv, 10), workbook(csv, 10));
  }

  @Test
  void theFactsAreText() throws IOException {
    Path file = written(HEADING, 10);
    try (WorkbookReader reader = new WorkbookReader(file)) {
      assertEquals(List.of("name\t=1+1", "b\t<&>"), reader.facts());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings().withChars("\"\r\n,<&>_x0041=\u0001\uFFFE '").ofMaxLength(14),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.longs().map(String::valueOf),
        Arbitraries.longs().between(-2_203_891_200_000L, 253_402_300_799_999L).map(CsvText::time));
  }

  /// Whatever stands in it: the hash of what is read back must be that of the data.
  @Property(tries = 400)
  void whateverIsWrittenComesBackAsItWas(
      @ForAll("texts") String a,
      @ForAll("texts") String b,
      @ForAll("texts") String c,
      @ForAll("texts") String d)
      throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    CsvText text = new CsvText(csv);
    for (String field : List.of("who", "at", "value", "count")) {
      text.field(field);
    }
    text.end();
    for (String field : List.of("x" + a, b, c, d)) {
      text.field(field);
    }
    text.end();
    text.flush();
    String before = csv.toString(StandardCharsets.UTF_8);
    Path file = Files.createTempFile("sheet", ".xlsx");
    try {
      Files.write(file, workbook(before, 10));
      assertEquals(before, readBack(file));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void whatSpreadsheetsSaveIsReadToo() throws IOException {
    Path file = folder.resolve("saved.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.relations(2));
      put(zip, "xl/workbook.xml", WorkbookParts.workbook(List.of("Report", "Data")));
      put(
          zip,
          "xl/sharedStrings.xml",
          "<sst><si><t>who</t></si><si><r><t>a</t></r><r><t>t</t></r></si><si><t>b&amp;</t></si></sst>");
      put(zip, "xl/worksheets/sheet1.xml", WorkbookParts.SHEET_START + "</worksheet>");
      put(
          zip,
          "xl/worksheets/sheet2.xml",
          WorkbookParts.SHEET_START
              + "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
              + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c>"
              + "<c r=\"B2\"><v>46082.250347222223</v></c></row></sheetData></worksheet>");
    }
    assertEquals("who,at\r\nb&,2026-03-01T06:00:30Z\r\n", readBack(file));
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void whatIsNoWorkbookIsRefusedWithAReason() throws IOException {
    Path text = Files.writeString(folder.resolve("text.xlsx"), "not at all");
    assertThrows(IOException.class, () -> new WorkbookReader(text).close());
    Path other = folder.resolve("other.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      put(zip, "a.txt", "x");
    }
    IOException said = assertThrows(IOException.class, () -> new WorkbookReader(other).close());
    assertEquals("it has no xl/_rels/workbook.xml.rels", said.getMessage());
  }
}
