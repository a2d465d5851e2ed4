package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.Session;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.NamedFacility;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.Reports;
import ai.cryox.core.report.StoredReport;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every backend answers of kept reports and how they look.
interface ReportsContract extends Ground {
  private ReportOrder order(ReportKind kind) {
    String unit = kind.isOfOneUnit() ? "temp_001" : null;
    return new ReportOrder(kind, Site.NORTH, unit, site().begin.minusSeconds(3_600), site().begin);
  }

  private static byte[] whole(Session of, StoredReport report, ReportForm form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    of.reports().export(report.reportId(), form, bytes::writeBytes);
    return bytes.toByteArray();
  }

  @Test
  default void aReportIsMadeListedAndHandedOutAsItWasStored() {
    for (int i = 0; i < 50; i++) {
      site().reading("temp_001", site().begin.minusSeconds(600 - 10L * i), i / 10.0);
    }
    Reports reports = session().reports();
    assertEquals(List.of(), reports.list(ReportQuery.ALL, PageRequest.first(5)).items());
    List<Integer> seen = new ArrayList<>();
    StoredReport first =
        reports.make(
            order(ReportKind.UNIT),
            (done, of) -> {
              seen.add(done);
              return true;
            });
    assertFalse(seen.isEmpty(), "nobody said how far it is");
    assertEquals(ReportState.DRAFT, first.state());
    assertEquals("Ada", first.maker().name());
    assertEquals(order(ReportKind.UNIT), first.order());
    assertEquals(site().desk.reports().get(first.reportId()), first);
    StoredReport second = reports.make(order(ReportKind.CALIBRATION), ReportWatch.NOBODY);
    assertEquals(
        List.of(second, first), Ground.all(page -> reports.list(ReportQuery.ALL, page), 1));
    ReportQuery units = new ReportQuery(Site.NORTH, ReportState.DRAFT, ReportKind.UNIT, "temp_001");
    assertEquals(List.of(first), reports.list(units, PageRequest.first(5)).items());
    for (ReportForm form : ReportForm.values()) {
      assertArrayEquals(whole(site().desk, first, form), whole(session(), first, form));
    }
    assertEquals(first.bytes(), whole(session(), first, ReportForm.PDF).length);
    // What is sent next goes over the same connection, and once only.
    session().placeDevices(Site.NORTH, Map.of());
    assertThrows(
        BadTokenException.class,
        () -> reports.list(ReportQuery.ALL, new PageRequest(5, "no token of ours")));
  }

  @Test
  default void aReportThatMakesNoSenseUsesNoNumberAndOneThatIsBrokenOffUsesItUp() {
    Reports reports = session().reports();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.make(
                new ReportOrder(ReportKind.UNIT, Site.NORTH, null, site().begin, site().begin),
                ReportWatch.NOBODY));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.make(
                new ReportOrder(
                    ReportKind.PERIOD, "nowhere", null, site().begin.minusSeconds(9), site().begin),
                ReportWatch.NOBODY));
    assertThrows(IllegalArgumentException.class, () -> reports.get("north-2026-000001"));
    assertEquals(List.of(), reports.list(ReportQuery.ALL, PageRequest.first(5)).items());
    StoredReport draft = reports.make(order(ReportKind.CALIBRATION), ReportWatch.NOBODY);
    assertEquals(1, draft.number());
    IllegalArgumentException early =
        assertThrows(
            IllegalArgumentException.class,
            () -> reports.correct(draft.reportId(), "a typo", ReportWatch.NOBODY));
    assertTrue(
        String.valueOf(early.getMessage()).contains("ithdraw it and make another"),
        early::toString);
    IllegalArgumentException own =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                reports.sign(draft.reportId(), ReportStep.REVIEW, "secret".toCharArray(), "right"));
    assertTrue(String.valueOf(own.getMessage()).contains("Four eyes"), own::toString);
    assertEquals(draft, reports.get(draft.reportId()));
    assertThrows(
        IllegalArgumentException.class,
        () -> reports.export("north-1999-000001", ReportForm.PDF, _ -> {}));
  }

  @Test
  default void aLetterheadIsKeptAsItWasSaid() {
    Reports reports = session().reports();
    Letterhead usual = reports.letterhead(Site.NORTH);
    assertEquals(Site.NORTH, usual.facilityName());
    assertEquals(List.of(), reports.facilities());
    assertNull(reports.nameOf(Site.NORTH));
    Letterhead wanted =
        new Letterhead(
            "Kühlhaus Nord",
            "Kai 7\n20457 Hamburg",
            ZoneId.of("Europe/Berlin"),
            "de",
            usual.logo());
    Letterhead saved = reports.saveLetterhead(Site.NORTH, wanted);
    assertEquals("Kai 7\n20457 Hamburg", saved.address());
    Letterhead now = reports.letterhead(Site.NORTH);
    assertEquals(
        List.of("Kühlhaus Nord", ZoneId.of("Europe/Berlin"), "de"),
        List.of(now.facilityName(), now.zone(), now.language()));
    assertEquals(Site.SOUTH, reports.letterhead(Site.SOUTH).facilityName());
    assertEquals(
        List.of(new NamedFacility(Site.NORTH, "Kühlhaus Nord", wanted.zone())),
        reports.facilities());
    assertEquals("Kühlhaus Nord", reports.nameOf(Site.NORTH));
    assertNull(reports.nameOf(Site.SOUTH));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.saveLetterhead(
                Site.NORTH, new Letterhead("x".repeat(81), ZoneId.of("UTC"), "en")));
  }
}
