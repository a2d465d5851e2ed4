package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.device.Device;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people wrote of excursions of which nothing is left stays in reports.
class StrayNotesTest {
  private static final Instant END = T0.plus(Duration.ofDays(3));
  private static final Device FRIDGE = RecordedStore.refrigerator("temp_007", "Vaccine fridge 07");

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void record() {
    data = folder.resolve("data");
  }

  private static CapaNote note(Instant start, Condition condition, String cause) {
    return new CapaNote(
        FRIDGE.deviceId(),
        condition,
        start,
        1,
        cause,
        "",
        "A closer on the door.",
        "Sven",
        null,
        true,
        "Sven Holm",
        start.plus(Duration.ofHours(2)));
  }

  private String report(ReportKind kind, String language) throws IOException {
    Path out = folder.resolve(kind + "-" + language + ".pdf");
    InstantSource clock = InstantSource.fixed(END.plus(Duration.ofHours(8)));
    new ReportMaker(
            data,
            ReportSeal.ofFolder(data, "Harbour", clock),
            null,
            "operator",
            "Cryox Console",
            clock)
        .pdf(
            new ReportRequest(
                kind,
                FACILITY,
                kind.isOfOneUnit() ? FRIDGE.deviceId() : null,
                T0,
                END,
                new Letterhead("Harbour", ZoneOffset.UTC, language)),
            out,
            ReportProgress.UNWATCHED);
    assertEquals(
        List.of(), ReportVerifier.verify(out).stream().filter(check -> !check.good()).toList());
    try (PDDocument document = Loader.loadPDF(out.toFile())) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }

  @Test
  void aNoteWhoseExcursionIsGoneStandsInATableOfItsOwn() throws IOException {
    try (RecordedStore store = new RecordedStore(data)) {
      assertEquals(List.of(), store.write(FRIDGE, END, minute -> 4.5));
      store.note(note(T0.plusSeconds(9_000), Condition.HIGH, "The door stood open."));
      store.heartbeat(END);
    }
    for (ReportKind kind : List.of(ReportKind.UNIT, ReportKind.PERIOD, ReportKind.EXCURSION)) {
      String text = report(kind, "en");
      String table = text.substring(text.indexOf("Notes on former excursions"));
      for (String wanted :
          List.of(
              "Late readings or a correction left nothing of these excursions",
              "1 Mar 02:30:00",
              "too warm",
              "The door stood open.",
              "A closer on the door.",
              "1: 1 Mar 04:30:00, Sven Holm, done")) {
        assertTrue(table.contains(wanted), () -> kind + ": " + wanted + " is not in " + table);
      }
    }
    String german = report(ReportKind.UNIT, "de");
    assertTrue(german.contains("Einträge zu früheren Abweichungen"), german);
    assertTrue(german.contains("The door stood open."), german);
  }

  @Test
  void aNoteNearWhatIsLeftOfItsExcursionStandsWithThatOne() throws IOException {
    try (RecordedStore store = new RecordedStore(data)) {
      List<Excursion> left =
          store.write(FRIDGE, END, minute -> minute >= 1_500 && minute < 1_536 ? 9.4 : 4.5);
      assertEquals(1, left.size());
      Instant began = left.getFirst().start();
      store.note(note(began.minus(Duration.ofHours(1)), Condition.HIGH, "The door stood open."));
      store.note(note(began, Condition.LOW, "Ice on the sensor."));
      store.heartbeat(END);
    }
    String text = report(ReportKind.EXCURSION, "en");
    int strays = text.indexOf("Notes on former excursions");
    assertTrue(text.indexOf("The door stood open.") < strays, text);
    assertFalse(text.substring(strays).contains("The door stood open."), text);
    assertTrue(text.substring(strays).contains("Ice on the sensor."), text);
    assertTrue(text.substring(strays).contains("too cold"), text);
  }
}
