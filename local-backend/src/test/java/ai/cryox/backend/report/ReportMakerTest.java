package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/// What reports say, and what they refuse to be about.
class ReportMakerTest extends ReportGround {
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
