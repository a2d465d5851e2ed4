package ai.cryox.backend.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Session;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// A report gets its number, is signed by people, corrected, and kept.
class ReportsTest extends ArchiveGround {
  /// What stands in the boxes for signatures.
  private static String boxes(Path pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFields()) {
        PDAppearanceStream seen =
            field
                .getWidgets()
                .getFirst()
                .getAppearance()
                .getNormalAppearance()
                .getAppearanceStream();
        try (PDDocument alone = new PDDocument()) {
          var page = new PDPage(seen.getBBox());
          alone.addPage(page);
          try (var content = new PDPageContentStream(alone, page)) {
            content.drawForm(seen);
          }
          text.append(new PDFTextStripper().getText(alone).replace('\u00a0', ' '));
        }
      }
    }
    return text.toString();
  }

  @Test
  void aReportIsMadeReviewedAndApprovedByThreePeople() throws IOException {
    StoredReport draft = draft();
    assertEquals("north-2026-000001", draft.reportId());
    assertEquals(ReportState.DRAFT, draft.state());
    assertTrue(boxes(document(draft)).contains("Not reviewed yet"));
    byte[] before = Files.readAllBytes(document(draft));
    facility.pass(Duration.ofMinutes(1));
    StoredReport reviewed = sign(supervisor, draft, ReportStep.REVIEW);
    facility.pass(Duration.ofMinutes(1));
    StoredReport approved = sign(quality, reviewed, ReportStep.APPROVE);
    assertEquals(ReportState.APPROVED, approved.state());
    assertEquals(List.of(), bad(document(approved)));
    byte[] after = Files.readAllBytes(document(approved));
    assertEquals(
        -1,
        Arrays.mismatch(before, 0, before.length, after, 0, before.length),
        "a signature changed what was there before it");
    assertEachPartCountsItsObjects(after);
    String boxes = boxes(document(approved));
    for (String wanted :
        List.of(
            "Reviewed by " + supervisor.userName(),
            "Approved by " + quality.userName(),
            "23 Nov 2026",
            "I have checked this report against its data and found it right.",
            "I approve this report.",
            draft.document(),
            reviewed.document())) {
      assertTrue(boxes.contains(wanted), () -> wanted + " is not in " + boxes);
    }
    List<String> signed =
        ReportVerifier.verify(document(approved)).stream()
            .filter(check -> check.name().equals("signed"))
            .map(Check::sentence)
            .toList();
    assertEquals(2, signed.size());
    assertTrue(signed.getFirst().startsWith(supervisor.userName()), signed::toString);
    assertEquals(List.of(), archiveFindings());
    List<String> trail =
        facility.audit(null, "report").reversed().stream().map(AuditEntry::what).toList();
    assertEquals(List.of("report.make", "report.review", "report.approve"), trail);
  }

  /// ISO 32000-1, 7.5.8.2: the size is one more than the highest number; strict readers look.
  private static void assertEachPartCountsItsObjects(byte[] pdf) {
    List<Integer> wrong = new ArrayList<>();
    int parts = 0;
    Matcher part =
        Pattern.compile("/Size (\\d+)\\s+/Index \\[([\\d ]+)]")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    for (; part.find(); parts++) {
      String[] pairs = part.group(2).strip().split(" ");
      int size = Integer.parseInt(part.group(1));
      int last = pairs.length - 2;
      if (size != Integer.parseInt(pairs[last]) + Integer.parseInt(pairs[last + 1])) {
        wrong.add(size);
      }
    }
    assertEquals(3, parts);
    assertEquals(List.of(), wrong);
  }

  @Test
  void signedReportsAreArchivableAndAccessible() throws Exception {
    supervisor.reports().saveLetterhead(NORTH, withDrawing());
    StoredReport draft = draft();
    StoredReport approved =
        sign(quality, sign(supervisor, draft, ReportStep.REVIEW), ReportStep.APPROVE);
    VeraGreenfieldFoundryProvider.initialise();
    for (StoredReport report : List.of(draft, approved)) {
      for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_B, PDFAFlavour.PDFUA_1)) {
        try (InputStream file = Files.newInputStream(document(report));
            PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
          var result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
          assertTrue(
              result.isCompliant(), () -> flavour + ": " + result.getTestAssertions().toString());
        }
      }
    }
  }

  @Test
  void nobodySignsTwiceOrWhatTheyMadeThemselves() {
    StoredReport own = supervisor.reports().make(order(ReportKind.UNIT), ReportWatch.NOBODY);
    assertRefused("Four eyes", () -> sign(supervisor, own, ReportStep.REVIEW));
    StoredReport draft = draft();
    assertRefused("cannot be approved now", () -> sign(quality, draft, ReportStep.APPROVE));
    StoredReport reviewed = sign(quality, draft, ReportStep.REVIEW);
    assertRefused("Four eyes", () -> sign(quality, reviewed, ReportStep.APPROVE));
    assertRefused("cannot be reviewed now", () -> sign(supervisor, reviewed, ReportStep.REVIEW));
    assertThrows(ForbiddenException.class, () -> sign(supervisor, reviewed, ReportStep.APPROVE));
  }

  @Test
  void aWrongPasswordSignsNothingAndCountsAsAFailedSignIn() {
    StoredReport draft = draft();
    for (int i = 0; i < 5; i++) {
      char[] password = Facility.chars("not this one");
      assertRefused(
          "Nothing was signed",
          () -> supervisor.reports().sign(draft.reportId(), ReportStep.REVIEW, password, ""));
      assertEquals("\0".repeat(12), new String(password), "the password was not wiped");
    }
    assertRefused("locked", () -> sign(supervisor, draft, ReportStep.REVIEW));
    assertEquals(ReportState.DRAFT, operator.reports().get(draft.reportId()).state());
    assertEquals(6, facility.audit(supervisor.who().userId(), "session.confirm").size());
  }

  @Test
  void whoHasNoAccountCannotSign() {
    StoredReport draft = draft();
    assertThrows(ForbiddenException.class, () -> sign(facility.desk(), draft, ReportStep.REVIEW));
  }

  @Test
  void aNumberIsUsedOnceAndWhatWasBrokenOffSaysSo() throws IOException {
    StoredReport first = draft();
    assertThrows(
        CancellationException.class,
        () -> operator.reports().make(order(ReportKind.UNIT), (done, of) -> false));
    StoredReport third = draft();
    assertEquals(1, first.number());
    assertEquals(3, third.number());
    StoredReport second = operator.reports().get("north-2026-000002");
    assertEquals(ReportState.VOID, second.state());
    assertEquals("It was broken off.", second.reason());
    try (Stream<Path> left = Files.list(data.resolve("reports"))) {
      assertEquals(2, left.count(), "something half was left");
    }
  }

  @Test
  void nonsenseUsesNoNumber() {
    ReportOrder good = order(ReportKind.UNIT);
    for (ReportOrder nonsense :
        List.of(
            new ReportOrder(ReportKind.UNIT, NORTH, "temp_north", good.until(), good.from()),
            new ReportOrder(ReportKind.UNIT, NORTH, "nobody", good.from(), good.until()),
            new ReportOrder(ReportKind.UNIT, NORTH, null, good.from(), good.until()),
            new ReportOrder(ReportKind.PERIOD, "nowhere", null, good.from(), good.until()),
            new ReportOrder(
                ReportKind.PERIOD,
                NORTH,
                null,
                good.until().plusSeconds(60),
                good.until().plusSeconds(90)))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> operator.reports().make(nonsense, ReportWatch.NOBODY),
          nonsense::toString);
    }
    assertEquals(
        List.of(), operator.reports().list(ReportQuery.ALL, PageRequest.first(10)).items());
  }

  @Test
  void aPeriodWithoutDataMakesAReportThatSaysSo() {
    ReportOrder empty =
        new ReportOrder(
            ReportKind.PERIOD,
            NORTH,
            null,
            facility.instant().minus(Duration.ofDays(9)),
            facility.instant().minus(Duration.ofDays(8)));
    StoredReport report = operator.reports().make(empty, ReportWatch.NOBODY);
    assertEquals(List.of(), bad(document(report)));
  }

  @Test
  void aCorrectionIsTheNextVersionAndNamesTheOneBefore() throws IOException {
    StoredReport draft = draft();
    assertRefused(
        "not signed yet",
        () -> operator.reports().correct(draft.reportId(), "typo", ReportWatch.NOBODY));
    StoredReport approved =
        sign(quality, sign(supervisor, draft, ReportStep.REVIEW), ReportStep.APPROVE);
    assertRefused(
        "Say why", () -> operator.reports().correct(approved.reportId(), " ", ReportWatch.NOBODY));
    StoredReport correction =
        operator.reports().correct(approved.reportId(), "late readings came", ReportWatch.NOBODY);
    assertEquals("north-2026-000001.2", correction.reportId());
    assertEquals(approved.reportId(), correction.corrects());
    try (PDDocument pdf = Loader.loadPDF(document(correction).toFile())) {
      String text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
      assertTrue(text.contains("north-2026-000001, because: late readings came"), text);
      assertTrue(text.contains("north-2026-000001.2, version 2"), text);
    }
    assertEquals(approved, operator.reports().get(approved.reportId()));
  }

  @Test
  void aRejectedReportIsNotUsedAndADraftIsWithdrawnByItsMakerOnly() throws IOException {
    StoredReport draft = draft();
    assertRefused(
        "Say why",
        () ->
            supervisor
                .reports()
                .sign(draft.reportId(), ReportStep.REJECT, Facility.chars(Facility.PASSWORD), ""));
    assertRefused("Only ", () -> sign(supervisor, draft, ReportStep.WITHDRAW));
    StoredReport rejected = sign(supervisor, draft, ReportStep.REJECT);
    assertTrue(boxes(document(rejected)).contains("This report must not be used."));
    assertRefused("cannot be approved now", () -> sign(quality, rejected, ReportStep.APPROVE));
    StoredReport other = draft();
    StoredReport withdrawn = sign(operator, other, ReportStep.WITHDRAW);
    assertEquals(ReportState.WITHDRAWN, withdrawn.state());
    assertEquals(List.of(), archiveFindings());
  }

  @Test
  void whatAStopLeftHalfDoneIsVoidAfterTheNextStart() throws Exception {
    draft();
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Thread maker =
        Thread.ofVirtual()
            .start(() -> {
              try {
                operator
                    .reports()
                    .make(
                        order(ReportKind.UNIT),
                        (done, of) -> {
                          begun.countDown();
                          try {
                            return ended.await(60, TimeUnit.SECONDS);
                          } catch (InterruptedException stop) {
                            return false;
                          }
                        });
              } catch (BackendException closed) {
                // As if the program had been killed: nobody says what became of it.
              }
            });
    assertTrue(begun.await(60, TimeUnit.SECONDS));
    facility.restart();
    Session again = facility.signIn("olga", Facility.PASSWORD);
    Facility.await(() -> again.reports().get("north-2026-000002").state() == ReportState.VOID);
    ended.countDown();
    StoredReport next = again.reports().make(order(ReportKind.UNIT), ReportWatch.NOBODY);
    assertEquals(3, next.number());
    // It writes as long as it lives, and the folder is deleted next.
    maker.join();
  }
}
