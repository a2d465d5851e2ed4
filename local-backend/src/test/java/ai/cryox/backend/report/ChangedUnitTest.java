package ai.cryox.backend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.identity.ReportSeal;
import ai.cryox.backend.people.Facility;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people change about a unit within a report's period stands in the report.
class ChangedUnitTest {
  private static final String UNIT = "temp_north";
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @TempDir Path folder;
  private Facility facility;
  private Session dana;
  private Instant start;

  @BeforeEach
  void start() {
    facility = new Facility(folder.resolve("data"));
    dana = facility.administrator();
    start = facility.instant();
    dana.register(place(Facility.NORTH, "Pharma hall"));
    facility.pass(Duration.ofSeconds(1));
    start = facility.instant();
    read(Facility.NORTH);
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  private Device place(String facilityId, String zone) {
    return new Device(
        UNIT,
        facilityId,
        zone,
        "Vaccine fridge 07",
        StorageProfiles.REFRIGERATOR.id(),
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        start);
  }

  /// Five minutes of readings.
  private void read(String facilityId) {
    for (int i = 0; i < 10; i++) {
      facility.pass(Duration.ofSeconds(30));
      facility.read(UNIT, facilityId, 5.5);
    }
  }

  private String report(ReportKind kind, String facilityId, Instant until, String language)
      throws IOException {
    Path out = folder.resolve("report.pdf");
    Path data = folder.resolve("data");
    @Nullable String unit = kind.isOfOneUnit() ? UNIT : null;
    new ReportMaker(
            data,
            ReportSeal.ofFolder(data, "North", facility),
            null,
            "operator",
            "Cryox Console",
            facility)
        .pdf(
            new ReportRequest(
                kind,
                facilityId,
                unit,
                start,
                until,
                new Letterhead("North", ZoneOffset.UTC, language)),
            out,
            ReportProgress.UNWATCHED);
    assertEquals(
        List.of(), ReportVerifier.verify(out).stream().filter(check -> !check.good()).toList());
    try (PDDocument document = Loader.loadPDF(out.toFile())) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }

  private static void assertSays(String text, String... wanted) {
    for (String one : wanted) {
      assertTrue(text.contains(one), () -> one + " is not in\n" + text);
    }
  }

  @Test
  void aMoveToAnotherZoneIsToldWithBothPlacesAndItsTime() throws IOException {
    Instant before = facility.instant();
    facility.pass(TEN_MINUTES);
    dana.register(place(Facility.NORTH, "Dock 3"));
    read(Facility.NORTH);
    Instant end = facility.instant();
    assertSays(
        report(ReportKind.UNIT, Facility.NORTH, end, "en"),
        "Zone Dock 3",
        "Moved 23 Nov 12:15:02: from Pharma hall to Dock 3, by Dana Voss");
    assertSays(
        report(ReportKind.PERIOD, Facility.NORTH, end, "de"),
        "Umgestellt 23. Nov. 12:15:02: von Pharma hall nach Dock 3, von Dana Voss");
    String earlier = report(ReportKind.UNIT, Facility.NORTH, before, "en");
    assertSays(earlier, "Zone Pharma hall");
    assertFalse(earlier.contains("Dock 3"), earlier);
  }

  @Test
  void aMoveToAnotherFacilityStandsInTheReportsOfBoth() throws IOException {
    facility.pass(TEN_MINUTES);
    dana.register(place(Facility.SOUTH, "Gate"));
    read(Facility.SOUTH);
    String moved = "Moved 23 Nov 12:15:02: from north, Pharma hall to south, Gate, by Dana Voss";
    String left = report(ReportKind.UNIT, Facility.NORTH, facility.instant(), "en");
    assertSays(
        left, moved, "Zone Pharma hall", "It stood here from 23 Nov 12:00:32 to 23 Nov 12:05:32");
    String came = report(ReportKind.UNIT, Facility.SOUTH, facility.instant(), "en");
    assertSays(came, moved, "Zone Gate", "It stood here from 23 Nov 12:15:32 to");
  }

  @Test
  void anotherProfileIsToldWithWhoGaveItAndHowReadingsWereJudged() throws IOException {
    facility.pass(TEN_MINUTES);
    dana.assignProfile(UNIT, StorageProfiles.FREEZER.id());
    read(Facility.NORTH);
    String text = report(ReportKind.UNIT, Facility.NORTH, facility.instant(), "en");
    assertSays(
        text,
        "Limits changed 23 Nov 12:15:02: from "
            + StorageProfiles.REFRIGERATOR.name()
            + " to "
            + StorageProfiles.FREEZER.name(),
        "by Dana Voss Each reading is judged by the limits that held at its time",
        "Within range");
    assertSays(
        report(ReportKind.PERIOD, Facility.NORTH, facility.instant(), "de"),
        "Geänderte Grenzen 23. Nov. 12:15:02: von",
        "von Dana Voss Jeder Messwert ist nach den Grenzen beurteilt, die zu seiner Zeit galten",
        "im Zeitraum geändert");
  }

  @Test
  void aChangedProfileIsToldLevelByLevel() throws IOException {
    Session quinn = facility.person(dana, "quinn", Grants.everywhere(Role.QUALITY));
    StorageProfile own = own(7.5);
    quinn.saveProfile(own);
    dana.assignProfile(UNIT, own.id());
    facility.pass(Duration.ofSeconds(1));
    read(Facility.NORTH);
    facility.pass(TEN_MINUTES);
    quinn.saveProfile(own(7.25));
    read(Facility.NORTH);
    String text = report(ReportKind.UNIT, Facility.NORTH, facility.instant(), "en");
    assertSays(text, "warm: 7.5 °C → 7.25 °C, by Robin ");
    assertFalse(text.contains("critically warm: "), text);
  }

  private static StorageProfile own(double high) {
    Map<Level, Limit> limits = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      Limit limit = StorageProfiles.REFRIGERATOR.limit(level);
      if (limit != null) {
        limits.put(level, limit);
      }
    }
    limits.put(Level.HIGH, Limit.at(high).deadband(0.5));
    return new StorageProfile("own", "Our own", limits, List.of());
  }

  @Test
  void aUnitThatNobodyChangedSaysNothingOfIt() throws IOException {
    String text = report(ReportKind.UNIT, Facility.NORTH, facility.instant(), "en");
    assertFalse(text.contains("Changed by people"), text);
    assertFalse(text.contains("Moved"), text);
  }
}
