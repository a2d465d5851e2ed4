package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.ReportKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is changed of a report after it was made is noticed and named, from the file alone.
class ReportProofTest extends ReportGround {
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
}
