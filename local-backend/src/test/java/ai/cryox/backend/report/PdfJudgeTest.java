package ai.cryox.backend.report;

import static ai.cryox.backend.report.RecordedStore.FACILITY;
import static ai.cryox.backend.report.RecordedStore.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// What veraPDF says of reports.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfJudgeTest {
  private static final Instant END = T0.plus(Duration.ofDays(20));

  /// Greek, Cyrillic, Japanese, Hebrew and Arabic; and Korean, which no font here has.
  private static final String MANY_SCRIPTS = "Ψυγείο Холод 冷蔵庫 냉장고 מקרר ثلاجة";

  @TempDir static Path shared;
  private ReportMaker maker;

  @BeforeAll
  void record() {
    Path data = shared.resolve("data");
    VeraGreenfieldFoundryProvider.initialise();
    try (RecordedStore store = new RecordedStore(data)) {
      List<Excursion> found =
          store.write(
              RecordedStore.refrigerator("temp_001", "Restless"),
              END,
              minute -> minute % 28 < 5 ? 9 : minute > 28_000 ? Double.NaN : 5);
      assertTrue(found.size() >= 1_000, () -> found.size() + " excursions");
      found.subList(0, 100).forEach(one -> store.alarm(one, "Jörg Müller", "Tür stand offen"));
      store.write(RecordedStore.refrigerator("temp_002", "Calm"), END, minute -> 5);
      store.calibrate("temp_002", 0.1, T0, T0);
      store.write(RecordedStore.refrigerator("temp_003", MANY_SCRIPTS), END, minute -> 5);
      store.heartbeat(END);
    }
    InstantSource clock = InstantSource.fixed(END.plus(Duration.ofHours(1)));
    maker =
        new ReportMaker(
            data, ReportSeal.ofFolder(data, "Lager Süd", clock), null, "operator", "Cryox", clock);
  }

  private Path make(ReportKind kind, String language, Instant from, Instant until) {
    Path out = shared.resolve(kind + "-" + language + ".pdf");
    maker.pdf(
        new ReportRequest(
            kind,
            FACILITY,
            kind.isOfOneUnit() ? "temp_002" : null,
            from,
            until,
            new Letterhead("Lager Süd", ZoneId.of("Europe/Berlin"), language)),
        out,
        ReportProgress.UNWATCHED);
    return out;
  }

  private static void judge(Path pdf, PDFAFlavour flavour) throws Exception {
    try (InputStream file = Files.newInputStream(pdf);
        PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      List<String> failed =
          result.getTestAssertions().stream()
              .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
              .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
              .distinct()
              .toList();
      assertEquals(List.of(), failed, () -> pdf + " as " + flavour);
      assertTrue(result.isCompliant());
    }
  }

  private static void judge(Path pdf) throws Exception {
    judge(pdf, PDFAFlavour.PDFA_3_B);
    judge(pdf, PDFAFlavour.PDFUA_1);
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void everyKindIsArchivableAndAccessible(ReportKind kind) throws Exception {
    judge(make(kind, "de", END.minus(Duration.ofDays(2)), END));
  }

  @Test
  void aPeriodOfAThousandExcursionsIsToo() throws Exception {
    judge(make(ReportKind.PERIOD, "en", T0, END));
  }

  @Test
  void anEmptyPeriodIsToo() throws Exception {
    judge(
        make(ReportKind.PERIOD, "en", T0.minus(Duration.ofDays(9)), T0.minus(Duration.ofDays(8))));
  }

  @Test
  void namesInOtherScriptsAreSetAndWhatNoFontHasIsSaid() throws Exception {
    Path pdf = make(ReportKind.PERIOD, "en", END.minus(Duration.ofDays(1)), END);
    judge(pdf);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      for (String word : List.of("Ψυγείο", "Холод", "冷蔵庫", "מקרר", "ثلاجة")) {
        assertTrue(text.contains(word), () -> word + " is not in\n" + text);
      }
      assertTrue(text.contains("printed as question marks"), text);
      String bookmarks = bookmarks(document);
      assertTrue(bookmarks.contains(MANY_SCRIPTS), bookmarks);
    }
  }

  private static String bookmarks(PDDocument document) {
    StringBuilder titles = new StringBuilder();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      titles.append(item.getTitle()).append('\n');
    }
    return titles.toString();
  }
}
