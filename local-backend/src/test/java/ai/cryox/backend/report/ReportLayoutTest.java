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
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What belongs together stands on one page, wherever on it that begins.
class ReportLayoutTest {
  private static final Instant END = T0.plus(Duration.ofHours(20));
  private static final int UNITS = 12;

  @TempDir Path folder;

  /// So many excursions of 20 minutes, one each hour.
  private static double warm(double minute, int excursions) {
    return minute >= 60 && minute < 60 * (excursions + 1) && minute % 60 < 20 ? 9.4 : 4.5;
  }

  private List<String> pages(String language) throws IOException {
    Path data = folder.resolve("data");
    Path out = folder.resolve(language + ".pdf");
    InstantSource clock = InstantSource.fixed(END.plus(Duration.ofHours(1)));
    new ReportMaker(
            data, ReportSeal.ofFolder(data, "North", clock), null, "operator", "Cryox", clock)
        .pdf(
            new ReportRequest(
                ReportKind.PERIOD,
                FACILITY,
                null,
                T0,
                END,
                new Letterhead("North", ZoneOffset.UTC, language)),
            out,
            ReportProgress.UNWATCHED);
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(out.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replace('\u00a0', ' '));
      }
    }
    return pages;
  }

  private static int count(String text, String words) {
    return text.split(words, -1).length - 1;
  }

  @Test
  void theLimitsOfAUnitStandUnderTheirHeadingOnOnePage() throws IOException {
    try (RecordedStore store = new RecordedStore(folder.resolve("data"))) {
      for (int i = 0; i < UNITS; i++) {
        int excursions = i;
        store.write(
            RecordedStore.refrigerator("temp_%03d".formatted(i), "Fridge " + i),
            END,
            minute -> warm(minute, excursions));
      }
      store.heartbeat(END);
    }
    for (String[] words :
        new String[][] {
          {"en", "Limits in force", "before the period"},
          {"de", "Geltende Grenzen", "vor dem Zeitraum"}
        }) {
      List<String> all = pages(words[0]);
      int rows = count(String.join("", all), words[2]);
      assertTrue(rows > UNITS, "the table has rows");
      assertEquals(UNITS, count(String.join("", all), words[1]));
      for (String page : all) {
        assertEquals(
            count(page, words[1]) * rows / UNITS,
            count(page, words[2]),
            () -> "the table is torn apart: " + page);
      }
    }
  }
}
