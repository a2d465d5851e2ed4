package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.sheet.WorkbookReader;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The data of reports as files of their own, beside the PDF of the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetVerifierTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant END = T0.plus(Duration.ofHours(12));
  private static final Instant NOW = END.plus(Duration.ofHours(8));

  @TempDir static Path folder;
  private Path data;
  private ReportMaker maker;

  @BeforeAll
  void record() {
    data = folder.resolve("data");
    try (RecordedStore store = new RecordedStore(data)) {
      store
          .write(
              RecordedStore.refrigerator("=temp", "Fridge"),
              END,
              at -> at > 100 && at < 140 ? 9.4 : 4.8)
          .forEach(one -> store.alarm(one, "@anna", "=HYPERLINK(\"http://evil\"), \"so\"\nsaid"));
      store.write(RecordedStore.refrigerator("temp_008", "Other"), END, at -> -0.5 + at / 1_000);
    }
    maker =
        new ReportMaker(
            data,
            ReportSeal.ofFolder(data, "Harbour", InstantSource.fixed(NOW)),
            null,
            "operator",
            "Cryox Console",
            InstantSource.fixed(NOW));
  }

  private static ReportRequest request(ReportKind kind, Instant until) {
    return new ReportRequest(
        kind, FACILITY, null, T0, until, new Letterhead("Harbour", BERLIN, "de"));
  }

  private Path make(ReportKind kind, ReportForm form) {
    Path out = folder.resolve(kind.wireName() + "." + form.ending());
    if (form == ReportForm.PDF) {
      maker.pdf(request(kind, END), out, ReportProgress.UNWATCHED);
    } else {
      maker.data(request(kind, END), form, out, ReportProgress.UNWATCHED);
    }
    return out;
  }

  private static void assertGood(List<Check> checks) {
    assertEquals(List.of(), checks.stream().filter(check -> !check.good()).toList());
    assertTrue(checks.stream().anyMatch(check -> check.name().equals("sheet")));
  }

  private static List<String> bad(List<Check> checks) {
    return checks.stream().filter(check -> !check.good()).map(Check::sentence).toList();
  }

  @Test
  void pdfCsvAndWorkbookOfAPeriodHoldTheSame() {
    for (ReportKind kind : List.of(ReportKind.PERIOD, ReportKind.ALARMS)) {
      Path pdf = make(kind, ReportForm.PDF);
      for (ReportForm form : List.of(ReportForm.CSV, ReportForm.XLSX)) {
        Path sheet = make(kind, form);
        assertTrue(SheetVerifier.isData(sheet));
        assertFalse(SheetVerifier.isData(pdf));
        assertGood(SheetVerifier.verify(sheet, null));
        List<Check> checks = SheetVerifier.verify(sheet, pdf);
        assertGood(checks);
        assertEquals(
            "The data in it are those of the report, byte for byte.", checks.getLast().sentence());
      }
    }
  }

  @Test
  void whatSpreadsheetsWouldTakeForAFormulaIsText() throws IOException {
    String csv = Files.readString(make(ReportKind.ALARMS, ReportForm.CSV));
    assertTrue(csv.contains(",'=temp,"), csv);
    assertTrue(csv.contains(",'@anna,\"'=HYPERLINK(\"\"http://evil\"\"), \"\"so\"\"\nsaid\""), csv);
    Path period = make(ReportKind.PERIOD, ReportForm.XLSX);
    try (FileSystem zip = FileSystems.newFileSystem(period)) {
      String sheet = Files.readString(zip.getPath("xl/worksheets/sheet3.xml"));
      assertFalse(sheet.contains("<f"), "a formula");
      assertTrue(sheet.contains("<v>-0.5</v>"), "numbers stay numbers");
    }
  }

  @Test
  void theFirstSheetSaysWhatItIsInTheFacilitysLanguage() throws IOException {
    Path period = make(ReportKind.PERIOD, ReportForm.XLSX);
    try (WorkbookReader reader = new WorkbookReader(period)) {
      List<String> facts = reader.facts();
      assertTrue(facts.getFirst().startsWith("SHA-256 der Daten\t"), facts::toString);
      assertTrue(facts.contains("Standort\tHarbour"), facts::toString);
      assertTrue(facts.contains("Art\tTemperaturnachweis"), facts::toString);
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      long rows =
          reader.table(heading -> !FigureRows.COLUMNS.equals(heading), LogRows::column, csv);
      assertEquals(2 * 12 * 120, rows);
      assertEquals(
          Files.readString(make(ReportKind.PERIOD, ReportForm.CSV)),
          csv.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aChangedCellIsFound() throws IOException {
    Path sheet = make(ReportKind.PERIOD, ReportForm.XLSX);
    Path changed = Files.copy(sheet, folder.resolve("changed.xlsx"));
    try (FileSystem zip = FileSystems.newFileSystem(changed)) {
      Path rows = zip.getPath("xl/worksheets/sheet3.xml");
      Files.writeString(rows, Files.readString(rows).replaceFirst("<v>9\\.4</v>", "<v>4.8</v>"));
    }
    Path pdf = make(ReportKind.PERIOD, ReportForm.PDF);
    List<Check> checks = SheetVerifier.verify(changed, pdf);
    assertEquals(
        "changed.xlsx must not be relied on; the report period.pdf is as it was made. Take the data"
            + " anew from the report.",
        Reliance.ofSheet(changed, pdf, checks));
    assertEquals(
        "changed.xlsx must not be relied on. Take the data anew from the report that they are of.",
        Reliance.ofSheet(changed, null, SheetVerifier.verify(changed, null)));
    List<String> bad = bad(checks);
    assertEquals(2, bad.size());
    assertTrue(bad.getFirst().startsWith("The data in it were changed: their hash is "));
    assertTrue(bad.getLast().startsWith("The data in it are not those of the report: "));
  }

  @Test
  void theFiguresOfTheUnitsStandOnASheetOfTheirOwn() throws IOException {
    Path sheet = make(ReportKind.PERIOD, ReportForm.XLSX);
    Path pdf = make(ReportKind.PERIOD, ReportForm.PDF);
    ByteArrayOutputStream figures = new ByteArrayOutputStream();
    try (WorkbookReader reader = new WorkbookReader(sheet)) {
      assertEquals(2, reader.table(FigureRows.COLUMNS::equals, FigureRows::column, figures));
    }
    assertEquals(
        new String(Objects.requireNonNull(EmbeddedData.figures(pdf)), StandardCharsets.UTF_8),
        figures.toString(StandardCharsets.UTF_8));
    assertTrue(
        figures
            .toString(StandardCharsets.UTF_8)
            .contains("'=temp,Fridge,Pharma hall,Refrigerator 2–8 °C,4.8,5.05,9.4,"),
        figures::toString);
    assertGood(SheetVerifier.verify(sheet, pdf));
    try (FileSystem zip = FileSystems.newFileSystem(sheet)) {
      Path rows = zip.getPath("xl/worksheets/sheet2.xml");
      Files.writeString(rows, Files.readString(rows).replaceFirst("<v>9\\.4</v>", "<v>7.4</v>"));
    }
    List<Check> checks = SheetVerifier.verify(sheet, pdf);
    assertEquals(List.of("The figures in it are not those of the report."), bad(checks));
    assertTrue(
        Reliance.ofSheet(sheet, pdf, checks).startsWith("period.xlsx must not be relied on; "));
  }

  @Test
  void aChangedRowOfTheTextIsFound() throws IOException {
    Path csv = make(ReportKind.ALARMS, ReportForm.CSV);
    Path changed = folder.resolve("changed.csv");
    Files.writeString(changed, Files.readString(csv).replace("'@anna", "nobody"));
    Files.writeString(
        folder.resolve("changed.csv.sha256"),
        Files.readString(folder.resolve("alarms.csv.sha256")));
    assertEquals(1, bad(SheetVerifier.verify(changed, null)).size());
    Files.delete(folder.resolve("changed.csv.sha256"));
    assertEquals(List.of(), bad(SheetVerifier.verify(changed, null)), "nothing says what it was");
    assertEquals(
        1, bad(SheetVerifier.verify(changed, make(ReportKind.ALARMS, ReportForm.PDF))).size());
  }

  @Test
  void theDataOfAnotherReportAreFound() {
    Path csv = make(ReportKind.ALARMS, ReportForm.CSV);
    Path pdf = make(ReportKind.PERIOD, ReportForm.PDF);
    List<Check> checks = SheetVerifier.verify(csv, pdf);
    assertEquals(1, bad(checks).size());
    assertEquals(
        "alarms.csv has other data than the report period.pdf, which is as it was made. Rely on the"
            + " report, or look for the one that alarms.csv is of.",
        Reliance.ofSheet(csv, pdf, checks));
  }

  @Test
  void aChangedReportVouchesForNoSheet() throws IOException {
    Path sound = make(ReportKind.ALARMS, ReportForm.PDF);
    Path csv = make(ReportKind.ALARMS, ReportForm.CSV);
    byte[] bytes = Files.readAllBytes(sound);
    bytes[bytes.length / 2] ^= 1;
    Path pdf = Files.write(folder.resolve("changed.pdf"), bytes);
    assertEquals("All is good.", Reliance.ofSheet(csv, sound, SheetVerifier.verify(csv, sound)));
    assertTrue(
        Reliance.ofSheet(csv, pdf, SheetVerifier.verify(csv, pdf))
            .startsWith(
                "The report changed.pdf must not be relied on, so nothing vouches for"
                    + " alarms.csv."));
    assertEquals("All is good.", Reliance.ofReport(sound, ReportVerifier.verify(sound)));
    assertTrue(
        Reliance.ofReport(pdf, ReportVerifier.verify(pdf))
            .startsWith("changed.pdf must not be relied on."));
    Path both = Files.writeString(folder.resolve("both.csv"), Files.readString(csv) + "x\r\n");
    Files.copy(folder.resolve("alarms.csv.sha256"), folder.resolve("both.csv.sha256"));
    assertTrue(
        Reliance.ofSheet(both, pdf, SheetVerifier.verify(both, pdf))
            .startsWith("Neither both.csv nor changed.pdf may be relied on."));
  }

  @Test
  void whatIsNoWorkbookIsBadAndWhatIsNotThereIsSaid() throws IOException {
    Path broken = folder.resolve("broken.xlsx");
    Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0, 1});
    assertEquals(1, bad(SheetVerifier.verify(broken, null)).size());
    ReportException missing =
        assertThrows(
            ReportException.class, () -> SheetVerifier.verify(folder.resolve("no.csv"), null));
    assertTrue(String.valueOf(missing.getMessage()).startsWith("There is no file "));
  }
}
