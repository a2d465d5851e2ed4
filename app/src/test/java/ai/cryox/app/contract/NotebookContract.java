package ai.cryox.app.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Quantity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What every backend answers of what people write down about devices and facilities.
interface NotebookContract extends Ground {
  @Test
  default void notesAndThePictureOfADeviceAreKeptWithWhoAndWhen() {
    Notebook notebook = session().notebook();
    assertEquals(List.of(), notebook.notes("temp_001"));
    DeviceNote first = notebook.addNote("temp_001", " Door seal replaced. ");
    DeviceNote second = notebook.addNote("temp_001", "Runs quietly again.\nLook in a week.");
    assertEquals("Door seal replaced.", first.words());
    assertEquals("Ada", first.author());
    assertEquals(List.of(second, first), notebook.notes("temp_001"));
    assertEquals(site().desk.notebook().notes("temp_001"), notebook.notes("temp_001"));
    assertEquals(List.of(), notebook.notes("temp_002"));
    assertThrows(IllegalArgumentException.class, () -> notebook.addNote("temp_001", "  "));
    assertThrows(
        IllegalArgumentException.class,
        () -> notebook.addNote("temp_001", "x".repeat(DeviceNote.LONGEST + 1)));
    assertThrows(IllegalArgumentException.class, () -> notebook.addNote("nobody", "a word"));

    assertEquals(List.of(), notebook.calibrations("temp_001"));
    assertTrue(notebook.photo("temp_001").isEmpty());
    byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
    assertEquals("image/jpeg", notebook.savePhoto("temp_001", picture).mediaType());
    assertEquals(site().desk.notebook().photo("temp_001"), notebook.photo("temp_001"));
    assertThrows(
        IllegalArgumentException.class,
        () -> notebook.savePhoto("temp_001", "GIF89a, no picture".getBytes(US_ASCII)));
    byte[] long1 = Arrays.copyOf(picture, DevicePhoto.LONGEST + 1);
    assertThrows(IllegalArgumentException.class, () -> notebook.savePhoto("temp_001", long1));
    notebook.removePhoto("temp_001");
    assertTrue(notebook.photo("temp_001").isEmpty());
    AuditQuery mine =
        new AuditQuery(
            site().begin.minusSeconds(60), site().begin.plusSeconds(3_600), null, null, "temp_001");
    List<String> done =
        site().desk.audit(mine, PageRequest.first(50)).items().stream()
            .map(AuditEntry::what)
            .toList();
    assertTrue(done.containsAll(List.of("note.add", "photo.save", "photo.remove")), done::toString);
  }

  @Test
  default void whatIsKnownOfAnExcursionIsWrittenInVersionsThatSayWhoSawWhat() {
    Instant start = site().begin.minusSeconds(30);
    site().reading("temp_001", start, 9.0);
    site().reading("temp_001", site().begin.minusSeconds(10), 2.0);
    CapaDraft draft =
        new CapaDraft(
            "temp_001",
            Condition.HIGH,
            start,
            0,
            "The door’s spring is broken.",
            "Closed it.",
            "",
            "Sven",
            LocalDate.of(2026, 12, 24),
            false);
    Notebook notebook = session().notebook();
    assertEquals(List.of(), notebook.capa("temp_001"));
    CapaNote first = notebook.writeCapa(draft);
    assertEquals(1, first.version());
    assertEquals("Ada", first.author());
    CapaNote second =
        notebook.writeCapa(
            new CapaDraft(
                "temp_001",
                Condition.HIGH,
                start,
                1,
                draft.cause(),
                draft.corrective(),
                "A closer on the door.",
                "",
                null,
                true));
    assertEquals(List.of(first, second), notebook.capa("temp_001"));
    assertEquals(site().desk.notebook().capa("temp_001"), notebook.capa("temp_001"));
    assertEquals(List.of(), notebook.capa("temp_002"));
    IllegalArgumentException late =
        assertThrows(IllegalArgumentException.class, () -> notebook.writeCapa(draft));
    assertTrue(String.valueOf(late.getMessage()).contains("meanwhile"), late::toString);
    for (CapaDraft nonsense :
        List.of(
            new CapaDraft("temp_001", Condition.HIGH, start, 2, "", "", "", "", null, false),
            new CapaDraft("temp_001", Condition.LOW, start, 0, "ice", "", "", "", null, false),
            new CapaDraft("temp_002", Condition.HIGH, start, 0, "door", "", "", "", null, false))) {
      assertThrows(IllegalArgumentException.class, () -> notebook.writeCapa(nonsense));
    }
    assertEquals(2, notebook.capa("temp_001").size());
  }

  @Test
  default void groupsOfCurvesAreKeptAsTheyWereSaved() {
    Notebook notebook = session().notebook();
    assertEquals(List.of(), notebook.penGroups());
    List<PenGroup> groups =
        List.of(
            new PenGroup(
                "Freezers",
                List.of(
                    new PenGroup.Pen("temp_001", Quantity.TEMPERATURE),
                    new PenGroup.Pen("temp 002", Quantity.POWER))),
            new PenGroup("Hall", List.of(new PenGroup.Pen("temp_002", Quantity.HUMIDITY))));
    notebook.savePenGroups(groups);
    assertEquals(groups, notebook.penGroups());
    assertThrows(
        IllegalArgumentException.class,
        () -> notebook.savePenGroups(List.of(groups.getFirst(), groups.getFirst())));
    assertEquals(groups, notebook.penGroups());
    notebook.savePenGroups(List.of());
    assertEquals(List.of(), notebook.penGroups());
  }

  @Test
  default void aBaselineIsWhatAUnitDrewAndNeedsADay() {
    Instant from = site().begin.minus(Duration.ofDays(2));
    for (int i = 0; i < 289; i++) {
      site()
          .payload(
              "temp_001",
              "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":%d}"
                  .formatted(from.plus(Duration.ofMinutes(5L * i)), i % 2 == 0 ? 100 : 300));
    }
    EnergyDesk energy = session().energy();
    assertEquals(EnergyBook.EMPTY, energy.book());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> energy.chooseBaseline("temp_001", from, from.plus(Duration.ofHours(3))));
    assertTrue(String.valueOf(refused.getMessage()).contains("needs a day"), refused::toString);
    Instant until = from.plus(Duration.ofMinutes(5 * 288 + 5));
    Baseline chosen = energy.chooseBaseline("temp_001", from.minus(Duration.ofMinutes(5)), until);
    assertEquals(200, chosen.watts(), 1);
    assertEquals("Ada", chosen.chosenBy());
    energy.saveTariff("", new Tariff(0.31, "EUR"));
    energy.saveTariff("north", new Tariff(0.29, "EUR"));
    assertThrows(
        IllegalArgumentException.class, () -> energy.saveTariff("", new Tariff(-1, "EUR")));
    EnergyBook book = energy.book();
    assertEquals(site().desk.energy().book(), book);
    assertEquals(chosen, book.baseline("temp_001"));
    assertEquals(new Tariff(0.29, "EUR"), book.tariff("north"));
    assertEquals(new Tariff(0.31, "EUR"), book.tariff("south"));
    energy.removeBaseline("temp_001");
    assertEquals(null, energy.book().baseline("temp_001"));
  }

  private Calibration certificate(String deviceId, String number, double added) {
    LocalDate day = LocalDate.ofInstant(site().begin, ZoneOffset.UTC);
    return new Calibration(
        0,
        deviceId,
        "S-1",
        "",
        number,
        "Labor für Kälte",
        day.minusDays(3),
        day.plusYears(1),
        0.05,
        new Correction(List.of(new Correction.Point(-20, added), new Correction.Point(5, 0))),
        site().begin.minusSeconds(600),
        Instant.EPOCH,
        "somebody else",
        "");
  }

  @Test
  default void calibrationsAreEnteredBesideEachOtherAndSayWhoDidIt() {
    assertEquals(List.of(), session().calibrations(null));
    Calibration first = session().calibrate(certificate("temp_001", "D-1", 0.1));
    assertEquals("Ada", first.recordedBy());
    assertFalse(first.recordedAt().isBefore(site().begin));
    session().calibrate(certificate("temp_001", "D-1", 0.2));
    session().calibrate(certificate("temp_002", "D-2", 0));
    List<Calibration> all = session().calibrations(null);
    assertEquals(site().desk.calibrations(null), all);
    assertEquals(List.of(1L, 2L, 3L), all.stream().map(Calibration::number).toList());
    assertEquals(all.subList(0, 2), session().calibrations("temp_001"));
    assertEquals(0.1, all.getFirst().correction().points().getFirst().added());
    assertEquals(List.of(), session().calibrations("nobody"));
    assertThrows(
        IllegalArgumentException.class, () -> session().calibrate(certificate("nobody", "D-3", 0)));
    assertEquals(all, session().calibrations(null));
  }

  /// A PNG file.
  private static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException never) {
      throw new AssertionError(never);
    }
    return bytes.toByteArray();
  }

  @Test
  default void aFloorPlanIsAPictureAndWhereDevicesStandOnIt() {
    assertEquals(Optional.empty(), session().floorPlan(Site.NORTH));
    session().placeDevices(Site.NORTH, Map.of("temp_001", new Spot(0.25, 1)));
    assertEquals(
        new FloorPlan(Site.NORTH, new byte[0], Map.of("temp_001", new Spot(0.25, 1))),
        session().floorPlan(Site.NORTH).orElseThrow());
    session().saveFloorPicture(Site.NORTH, picture());
    FloorPlan plan = session().floorPlan(Site.NORTH).orElseThrow();
    assertArrayEquals(picture(), plan.picture());
    assertEquals(site().desk.floorPlan(Site.NORTH).orElseThrow(), plan);
    assertEquals(Optional.empty(), session().floorPlan(Site.SOUTH));
    assertThrows(
        IllegalArgumentException.class,
        () -> session().saveFloorPicture(Site.NORTH, "GIF89a".getBytes(US_ASCII)));
    assertThrows(
        IllegalArgumentException.class,
        () -> session().placeDevices(Site.NORTH, Map.of("temp_001", new Spot(1.5, 0))));
    assertThrows(
        IllegalArgumentException.class,
        () -> session().placeDevices(Site.NORTH, Map.of("temp_002", new Spot(0.5, 0.5))));
    assertEquals(plan, session().floorPlan(Site.NORTH).orElseThrow());
    session().saveFloorPicture(Site.NORTH, new byte[0]);
    assertEquals(0, session().floorPlan(Site.NORTH).orElseThrow().picture().length);
  }
}
