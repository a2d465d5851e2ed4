package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A real file to make reports of: one refrigerator with an excursion and a gap, one that is calm.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportGround {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant END = T0.plus(Duration.ofDays(3));
  static final Instant NOW = END.plus(Duration.ofHours(8));

  @TempDir static Path shared;
  Path data;
  ReportSeal seal;

  @BeforeAll
  void record() {
    data = shared.resolve("data");
    try (RecordedStore store = new RecordedStore(data)) {
      List<Excursion> found =
          store.write(
              RecordedStore.refrigerator("temp_007", "Vaccine fridge 07"),
              END,
              ReportGround::fridge);
      found.forEach(one -> store.alarm(one, "Anna Berg", "Compressor relay; stock moved."));
      store.write(RecordedStore.refrigerator("temp_008", "Insulin <8> & more"), END, at -> 4.5);
      store.heartbeat(END);
    }
    seal = ReportSeal.ofFolder(data, "Harbour cold store", InstantSource.fixed(NOW));
  }

  /// A day at 5 °C, 36 minutes at up to 9.4 °C, and half an hour without readings.
  static double fridge(double minute) {
    if (minute >= 1_500 && minute < 1_536) {
      return minute == 1_520 ? 9.4 : 9.1;
    }
    if (minute >= 2_000 && minute < 2_030) {
      return Double.NaN;
    }
    return 4.8 + (minute % 10) / 50;
  }

  ReportMaker maker() {
    return new ReportMaker(
        data, seal, null, "operator", "Cryox Console 0.1.0", InstantSource.fixed(NOW));
  }

  static ReportRequest request(
      ReportKind kind, @Nullable String unit, String language, Instant from, Instant until) {
    return new ReportRequest(
        kind, FACILITY, unit, from, until, new Letterhead("Harbour cold store", BERLIN, language));
  }

  Path make(ReportRequest request) {
    Path out = shared.resolve(request.kind() + "-" + request.letterhead().language() + ".pdf");
    maker().pdf(request, out, ReportProgress.UNWATCHED);
    return out;
  }

  static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  static void assertGood(Path pdf) {
    List<Check> bad = ReportVerifier.verify(pdf).stream().filter(check -> !check.good()).toList();
    assertEquals(List.of(), bad);
  }

  static PDEmbeddedFile embedded(PDDocument document) throws IOException {
    var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
    return Objects.requireNonNull(files.get(PageWriter.DATA_NAME)).getEmbeddedFile();
  }
}
