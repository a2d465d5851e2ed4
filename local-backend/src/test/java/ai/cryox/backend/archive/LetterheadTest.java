package ai.cryox.backend.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.SavedLetterhead;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// How a facility's reports look is kept version by version.
class LetterheadTest extends ArchiveGround {
  @Test
  void aLetterheadStandsOnWhatIsMadeFromThenOn() throws IOException {
    Letterhead letterhead =
        new Letterhead(
            "Harbour cold store",
            "Quay 7\n20457 Hamburg",
            ZoneId.of("Europe/Berlin"),
            "de",
            new byte[0]);
    supervisor.reports().saveLetterhead(NORTH, letterhead);
    try (PDDocument pdf = Loader.loadPDF(document(draft()).toFile())) {
      String text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
      assertTrue(text.contains("Quay 7"), text);
      assertTrue(text.contains("Harbour cold store"), text);
      assertTrue(text.contains("Fassung 1"), text);
    }
    assertRefused(
        "no PNG, JPEG or SVG",
        () ->
            supervisor
                .reports()
                .saveLetterhead(
                    NORTH,
                    new Letterhead(
                        "Harbour",
                        ZoneId.of("UTC"),
                        "en",
                        "<html/>".getBytes(StandardCharsets.UTF_8))));
  }

  private List<SavedLetterhead> letterheads() {
    try (var file = StoreFile.in(data)) {
      return new FileRecords(file).letterheads(NORTH);
    }
  }

  @Test
  void eachLetterheadIsAVersionAndWhatWasMadeWithAnotherStaysAsItWas() throws Exception {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    supervisor.reports().saveLetterhead(NORTH, withDrawing());
    StoredReport made = draft();
    byte[] before = Files.readAllBytes(document(made));
    facility.pass(Duration.ofMinutes(1));
    supervisor.reports().saveLetterhead(NORTH, new Letterhead("Haven", berlin, "de"));
    List<SavedLetterhead> saved = letterheads();
    assertEquals(List.of(2, 1), saved.stream().map(SavedLetterhead::version).toList());
    assertEquals("Haven", saved.getFirst().letterhead().facilityName());
    assertEquals(supervisor.userName(), saved.getLast().savedBy());
    byte[] png = saved.getLast().letterhead().logo();
    assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
    assertTrue(Arrays.equals(before, Files.readAllBytes(document(made))));
    assertEquals(List.of(), bad(document(made)));
    assertEquals(2, facility.audit(null, "report.letterhead").size());
    for (String change : List.of("UPDATE letterhead SET name = 'x'", "DELETE FROM letterhead")) {
      assertThrows(SQLException.class, () -> execute(change), change);
    }
  }
}
