package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.DoubleStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures below each other have their decimal points below each other.
class FigureColumnsTest {
  @TempDir Path folder;

  @Test
  void allFiguresOfAColumnHaveAsManyDigitsAsTheOneThatNeedsMost() throws IOException {
    Instant end = T0.plus(Duration.ofHours(2));
    Path data = folder.resolve("data");
    try (RecordedStore store = new RecordedStore(data)) {
      store.write(
          RecordedStore.refrigerator("temp_007", "Fridge 07"), end, at -> at < 9 ? 7.4 : 4.38);
      store.write(RecordedStore.refrigerator("temp_008", "Fridge 08"), end, at -> 5.0);
      store.heartbeat(end);
    }
    Path out = folder.resolve("report.pdf");
    InstantSource clock = InstantSource.fixed(end);
    new ReportMaker(data, ReportSeal.ofFolder(data, "x", clock), null, "operator", "Cryox", clock)
        .pdf(
            new ReportRequest(
                ReportKind.PERIOD,
                FACILITY,
                null,
                T0,
                end,
                new Letterhead("Harbour", ZoneOffset.UTC, "en")),
            out,
            ReportProgress.UNWATCHED);
    String text;
    try (PDDocument document = Loader.loadPDF(out.toFile())) {
      text = new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
    for (String wanted :
        new String[] {
          "4.38 °C 4.61 °C 7.40 °C",
          "5.00 °C 5.00 °C 5.00 °C 5.00 °C 100.00 % 0 100.00 %",
          "minimum 4.38 °C (1 Mar 00:09:00), mean 4.61 °C, maximum 7.40 °C"
        }) {
      assertTrue(text.contains(wanted), () -> wanted + " is not in\n" + text);
    }
  }

  @Test
  void digitsAreAsManyAsAreNeededButNotMoreThanThree() {
    assertEquals(1, ReportWords.digits(DoubleStream.of(5, Double.NaN)));
    assertEquals(2, ReportWords.digits(DoubleStream.of(7.4, 4.38)));
    assertEquals(3, ReportWords.digits(DoubleStream.of(7.4, 4.380_001)));
    assertEquals(1, ReportWords.digits(DoubleStream.empty()));
  }
}
