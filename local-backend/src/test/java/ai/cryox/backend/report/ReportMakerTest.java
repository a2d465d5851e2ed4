package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Reports over a real file: one refrigerator with an excursion and a gap, one that is calm.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportMakerTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant END = T0.plus(Duration.ofDays(3));
  private static final Instant NOW = END.plus(Duration.ofHours(8));

  @TempDir static Path shared;
  private Path data;
  private ReportSeal seal;

  @BeforeAll
  void record() {
    data = shared.resolve("data");
    try (RecordedStore store = new RecordedStore(data)) {
      List<Excursion> found =
          store.write(
              RecordedStore.refrigerator("temp_007", "Vaccine fridge 07"),
              END,
              ReportMakerTest::fridge);
      found.forEach(one -> store.alarm(one, "Anna Berg", "Compressor relay; stock moved."));
      store.write(RecordedStore.refrigerator("temp_008", "Insulin <8> & more"), END, at -> 4.5);
      store.heartbeat(END);
    }
    seal = ReportSeal.ofFolder(data, "Harbour cold store", InstantSource.fixed(NOW));
  }

  /// A day at 5 °C, 36 minutes at up to 9.4 °C, and half an hour without readings.
  private static double fridge(double minute) {
    if (minute >= 1_500 && minute < 1_536) {
      return minute == 1_520 ? 9.4 : 9.1;
    }
    if (minute >= 2_000 && minute < 2_030) {
      return Double.NaN;
    }
    return 4.8 + (minute % 10) / 50;
  }

  private ReportMaker maker() {
    return new ReportMaker(
        data, seal, null, "operator", "Cryox Console 0.1.0", InstantSource.fixed(NOW));
  }

  private static ReportRequest request(
      ReportKind kind, @Nullable String unit, String language, Instant from, Instant until) {
    return new ReportRequest(
        kind, FACILITY, unit, from, until, new Letterhead("Harbour cold store", BERLIN, language));
  }

  private Path make(ReportRequest request) {
    Path out = shared.resolve(request.kind() + "-" + request.letterhead().language() + ".pdf");
    maker().pdf(request, out, ReportProgress.UNWATCHED);
    return out;
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private static void assertGood(Path pdf) {
    List<Check> bad = ReportVerifier.verify(pdf).stream().filter(check -> !check.good()).toList();
    assertEquals(List.of(), bad);
  }

  @Test
  void aUnitsRecordHoldsWhatAnInspectorAsksFor() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "en", T0, END));
    String text = text(pdf);
    for (String wanted :
        List.of(
            "Vaccine fridge 07",
            "times in Europe/Berlin, UTC+01:00, no change of offset in the period",
            "profile Refrigerator 2–8 °C",
            "E-1",
            "9.4 °C",
            "2 Mar 02:00:00",
            "2 Mar 02:36:00",
            "36 min",
            "acknowledged",
            "Anna Berg: Compressor relay; stock moved.",
            "Release (mean kinetic temperature within its limit)",
            "30 s; 8,580 of 8,640 readings; 1 gap of 30 min",
            "no calibration is on record",
            "A reading holds until the next one",
            "critically warm",
            "SHA-256 of the data",
            "Cryox Console 0.1.0",
            "page 1 of")) {
      assertTrue(flat(text).contains(wanted), () -> wanted + " is not in\n" + text);
    }
    assertGood(pdf);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void aFacilitysRecordNamesAllUnitsInGermanToo() throws IOException {
    Path pdf = make(request(ReportKind.PERIOD, null, "de", T0, END));
    String text = flat(text(pdf));
    for (String wanted :
        List.of(
            "Harbour cold store",
            "Temperaturnachweis",
            "Vaccine fridge 07",
            "Insulin <8> & more",
            "Mittlere kinetische Temperatur",
            "9,4 °C",
            "Freigeben",
            "Seite 1 von")) {
      assertTrue(text.contains(wanted), () -> wanted + " is not in\n" + text);
    }
    assertGood(pdf);
  }

  @Test
  void theDataInsideAreThoseOfTheDatabase() throws IOException {
    Path pdf = make(request(ReportKind.PERIOD, null, "en", T0, END));
    try (PDDocument document = Loader.loadPDF(pdf.toFile());
        InputStream data = embedded(document).createInputStream()) {
      List<String> lines = new String(data.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals("deviceId,timestamp,temperature,corrected,receivedLateAt", lines.getFirst());
      assertEquals(1 + 8_580 + 8_640, lines.size());
      assertEquals(
          "temp_007,2026-03-01T00:00:00Z,4.8,4.8,",
          lines.stream().filter(line -> line.startsWith("temp_007")).findFirst().orElseThrow());
      assertTrue(lines.contains("temp_007,2026-03-02T01:20:00Z,9.4,9.4,"));
    }
  }

  @Test
  void aPeriodWithoutReadingsIsSaidToBeOne() throws IOException {
    Path pdf =
        make(
            request(
                ReportKind.UNIT,
                "temp_008",
                "en",
                T0.minus(Duration.ofDays(9)),
                T0.minus(Duration.ofDays(8))));
    String text = flat(text(pdf));
    assertTrue(text.contains("No readings in this period."), text);
    assertTrue(text.contains("is not on record"), text);
    assertGood(pdf);
  }

  @Test
  void unitsWithoutReadingsShareOneTable() throws IOException {
    Path pdf =
        make(
            request(
                ReportKind.PERIOD,
                null,
                "en",
                T0.minus(Duration.ofDays(9)),
                T0.minus(Duration.ofDays(8))));
    String text = flat(text(pdf));
    String all = text.substring(text.indexOf("Units without readings"));
    assertTrue(all.contains("Vaccine fridge 07 temp_007"), text);
    assertTrue(all.contains("Insulin <8> & more temp_008"), text);
    assertTrue(all.contains("2,880"), text);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertTrue(document.getNumberOfPages() <= 2, text);
    }
    assertGood(pdf);
  }

  @Test
  void aDayWithAChangeOfTheClocksSaysBothOffsets() throws IOException {
    Instant from = Instant.parse("2025-10-25T22:00:00Z");
    Path pdf =
        make(request(ReportKind.UNIT, "temp_007", "en", from, from.plus(Duration.ofHours(25))));
    String text = flat(text(pdf));
    assertTrue(text.contains("UTC+02:00; from 26 Oct 2025 02:00:00 +01:00 on UTC+01:00"), text);
    assertTrue(text.contains("26 October 2025") || text.contains("26 Oct 2025"), text);
  }

  @Test
  void everyKindCanBeMade() {
    for (ReportKind kind : ReportKind.values()) {
      Path pdf = make(request(kind, kind.isOfOneUnit() ? "temp_007" : null, "en", T0, END));
      assertGood(pdf);
    }
  }

  @Test
  void aTripSaysWhetherItsGoodsMayBeUsed() throws IOException {
    String text =
        flat(text(make(request(ReportKind.TRIP, "temp_007", "en", T0, T0.plusSeconds(172_800)))));
    for (String wanted :
        List.of(
            "Departure 1 Mar 2026 01:00:00 +01:00",
            "Arrival 3 Mar 2026 01:00:00 +01:00, 48 h on the way",
            "With this facility all the way",
            "30 s; EN 12830 allows 15 min for a trip of this length",
            "Proposal ask quality; excursions: 1, gaps: 1")) {
      assertTrue(text.contains(wanted), () -> wanted + " is not in\n" + text);
    }
  }

  @Test
  void aByteChangedAnywhereIsNoticed() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "en", T0, END));
    byte[] sound = Files.readAllBytes(pdf);
    for (int at = 200; at < sound.length; at += sound.length / 40) {
      byte[] changed = sound.clone();
      changed[at] ^= 1;
      Path tampered = shared.resolve("tampered.pdf");
      Files.write(tampered, changed);
      int where = at;
      assertTrue(
          ReportVerifier.verify(tampered).stream().anyMatch(check -> !check.good()),
          () -> "the byte at " + where + " of " + sound.length);
    }
  }

  @Test
  void aByteChangedInTheSignatureItselfIsNoticed() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "en", T0, END));
    byte[] sound = Files.readAllBytes(pdf);
    int[] signed = ranges(pdf);
    Path tampered = shared.resolve("tampered.pdf");
    for (int at = signed[1]; at < signed[2]; at += (signed[2] - signed[1]) / 97) {
      byte[] changed = sound.clone();
      changed[at] ^= 1;
      Files.write(tampered, changed);
      int place = at;
      assertTrue(
          ReportVerifier.verify(tampered).stream().anyMatch(check -> !check.good()),
          () -> "byte %d of %d".formatted(place, sound.length));
    }
  }

  @Test
  void dataThatWereExchangedAreNamed() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "en", T0, END));
    Path tampered = shared.resolve("exchanged.pdf");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDEmbeddedFile file = embedded(document);
      String data = new String(file.toByteArray(), StandardCharsets.UTF_8);
      try (OutputStream out = file.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
        out.write(data.replace(",9.4,9.4,", ",7.4,7.4,").getBytes(StandardCharsets.UTF_8));
      }
      document.save(tampered.toFile());
    }
    List<String> bad =
        ReportVerifier.verify(tampered).stream()
            .filter(check -> !check.good())
            .map(Check::name)
            .toList();
    assertTrue(bad.containsAll(List.of("signature", "data", "ledger")), bad::toString);
    assertTrue(
        ReportVerifier.verify(tampered).stream()
            .anyMatch(
                check -> check.sentence().contains("the data say 7.4 °C, the ledger 9.4 °C")));
  }

  private static int[] ranges(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getLastSignatureDictionary().getByteRange();
    }
  }

  private static Check ledger(List<Check> checks) {
    return checks.stream().filter(one -> one.name().equals("ledger")).findFirst().orElseThrow();
  }

  @Test
  void everyReadingIsProvenFromTheFileAlone() {
    Path pdf = make(request(ReportKind.PERIOD, null, "en", T0, END));
    Check ledger = ledger(ReportVerifier.verify(pdf));
    assertTrue(ledger.good(), ledger::sentence);
    assertTrue(
        ledger.sentence().contains("17,220 readings are what it was given"), ledger::sentence);
    assertFalse(ledger.sentence().contains("so new"), ledger::sentence);
  }

  @Test
  void aReadingThatIsLeftOutIsNamed() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_008", "en", T0, END));
    Path tampered = shared.resolve("left-out.pdf");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDEmbeddedFile file = embedded(document);
      String data = new String(file.toByteArray(), StandardCharsets.UTF_8);
      try (OutputStream out = file.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
        out.write(
            data.replace("temp_008,2026-03-02T00:00:30Z,4.5,4.5,\r\n", "")
                .getBytes(StandardCharsets.UTF_8));
      }
      document.save(tampered.toFile());
    }
    Check ledger = ledger(ReportVerifier.verify(tampered));
    assertFalse(ledger.good());
    assertTrue(
        ledger
            .sentence()
            .contains(
                "temp_008 at 2026-03-02T00:00:30Z: the data leave it out, the ledger has 4.5"),
        ledger::sentence);
  }

  @Test
  void aReportIsComparedWithTheDataItWasMadeOf(@TempDir Path others) {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "de", T0, END));
    try (StoreFile file = StoreFile.in(data)) {
      Check source = ReportVerifier.verify(pdf, null, file).getLast();
      assertTrue(source.good() && source.name().equals("source"), source::sentence);
    }
    try (RecordedStore store = new RecordedStore(others.resolve("data"))) {
      store.write(RecordedStore.refrigerator("temp_007", "Vaccine fridge 07"), END, at -> 4.5);
      store.heartbeat(END);
    }
    try (StoreFile file = StoreFile.in(others.resolve("data"))) {
      Check source = ReportVerifier.verify(pdf, null, file).getLast();
      assertFalse(source.good(), source::sentence);
    }
  }

  @Test
  void aTimeStampIsAskedForAndVerified() throws Exception {
    Path out = shared.resolve("stamped.pdf");
    new ReportMaker(data, seal, new TestStamps(NOW), "operator", "Cryox", InstantSource.fixed(NOW))
        .pdf(request(ReportKind.UNIT, "temp_008", "en", T0, END), out, ReportProgress.UNWATCHED);
    assertGood(out);
    assertTrue(
        ReportVerifier.verify(out).stream()
            .anyMatch(check ->
                check.name().equals("stamp") && check.sentence().contains(NOW.toString())));
  }

  @Test
  void whatIsAddedAfterwardsIsNoticed() throws IOException {
    Path pdf = make(request(ReportKind.UNIT, "temp_007", "en", T0, END));
    Path longer = shared.resolve("longer.pdf");
    Files.write(longer, Files.readAllBytes(pdf));
    Files.writeString(longer, "% more\n", StandardOpenOption.APPEND);
    assertTrue(
        ReportVerifier.verify(longer).stream()
            .anyMatch(check -> !check.good() && check.name().equals("whole")));
  }

  @Test
  void whatMakesNoSenseIsRefusedWithASentence() {
    assertRefused("ends before it begins", request(ReportKind.PERIOD, null, "en", END, T0));
    assertRefused("There is no unit 'x'", request(ReportKind.UNIT, "x", "en", T0, END));
    assertRefused("about one unit", request(ReportKind.UNIT, null, "en", T0, END));
    assertRefused(
        "still to come", request(ReportKind.PERIOD, null, "en", NOW, NOW.plus(Duration.ofDays(1))));
    assertRefused(
        "A report covers a year at most",
        request(ReportKind.PERIOD, null, "en", T0.minus(Duration.ofDays(400)), END));
    ReportRequest elsewhere =
        new ReportRequest(
            ReportKind.PERIOD, "nowhere", null, T0, END, new Letterhead("x", BERLIN, "en"));
    assertRefused("Nothing is known of the facility 'nowhere'", elsewhere);
  }

  private static PDEmbeddedFile embedded(PDDocument document) throws IOException {
    var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
    return Objects.requireNonNull(files.get(PageWriter.DATA_NAME)).getEmbeddedFile();
  }

  private void assertRefused(String with, ReportRequest request) {
    ReportException refused =
        assertThrows(
            ReportException.class,
            () -> maker().pdf(request, shared.resolve("refused.pdf"), ReportProgress.UNWATCHED));
    assertTrue(String.valueOf(refused.getMessage()).contains(with), refused.getMessage());
    assertFalse(Files.exists(shared.resolve("refused.pdf")));
  }

  @Test
  void whatIsBrokenOffLeavesNothing() throws IOException {
    Path out = Files.createDirectories(shared.resolve("cancel")).resolve("out.pdf");
    assertThrows(
        CancellationException.class,
        () ->
            maker().pdf(request(ReportKind.PERIOD, null, "en", T0, END), out, (done, of) -> false));
    try (Stream<Path> left = Files.list(out.getParent())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aLogoThatIsNoPictureIsRefused() throws IOException {
    Path text = shared.resolve("logo.png");
    Files.writeString(text, "no picture");
    assertThrows(ReportException.class, () -> Logo.read(text));
    byte[] half = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    Files.write(text, half);
    assertThrows(ReportException.class, () -> Logo.read(text));
    assertThrows(ReportException.class, () -> Logo.read(shared.resolve("none.png")));
  }
}
