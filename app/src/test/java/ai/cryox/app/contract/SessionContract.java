package ai.cryox.app.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.backend.Session;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
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
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfProgress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every backend answers, whatever lies between it and the screen. Where it matters the answer
/// is compared with what the desk gets that sits beside the data.
abstract class SessionContract implements SchedulesContract {
  @TempDir Path folder;
  Site site;
  Session session;

  /// Somebody's session at the site's backend.
  abstract Session open(Site at);

  /// Starts what the sessions are at.
  Site start() throws IOException {
    return new Site(folder);
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Session session() {
    return session;
  }

  @BeforeEach
  void open() throws IOException {
    site = start();
    session = open(site);
  }

  @AfterEach
  void close() throws IOException {
    session.close();
    site.close();
  }

  private AlarmQuery allAlarms() {
    return new AlarmQuery(
        null, null, null, site.begin.minusSeconds(3_600), site.begin.plusSeconds(3_600));
  }

  private static <T> List<T> all(
      java.util.function.Function<PageRequest, Page<T>> pages, int size) {
    List<T> all = new ArrayList<>();
    PageRequest next = PageRequest.first(size);
    while (true) {
      Page<T> page = pages.apply(next);
      all.addAll(page.items());
      String token = page.continuationToken();
      if (token == null) {
        return all;
      }
      assertFalse(page.items().isEmpty(), "a page with a token is never empty");
      next = new PageRequest(size, token);
    }
  }

  @Test
  void itCanDoEverythingThatThereIs() {
    assertEquals(EnumSet.allOf(Feature.class), EnumSet.copyOf(session.features()));
    assertTrue(session.standing().isConnected());
    assertEquals("Ada", session.userName());
  }

  @Test
  void readingsComeInPagesWithoutHoleOrDouble() {
    for (int i = 0; i < 25; i++) {
      site.reading("temp_001", site.begin.minusSeconds(100 - i), i / 10.0);
      site.reading("temp_002", site.begin.minusSeconds(100 - i), -i / 10.0);
    }
    ReadingQuery query = new ReadingQuery(null, null, site.begin.minusSeconds(200), site.begin);
    List<ReceivedReading> all = all(page -> session.readings(query, page), 7);
    assertEquals(50, all.size());
    assertEquals(all(page -> site.desk.readings(query, page), 7), all);
    assertEquals(
        25,
        all(
                page ->
                    session.readings(
                        ReadingQuery.ofDevice("temp_002", query.from(), site.begin), page),
                10)
            .size());
    assertEquals(
        List.of(),
        session
            .readings(
                ReadingQuery.ofFacility("nowhere", query.from(), site.begin), PageRequest.first(5))
            .items());
    Page<ReceivedReading> first = session.readings(query, PageRequest.first(7));
    PageRequest foreign = new PageRequest(7, first.continuationToken());
    assertThrows(
        BadTokenException.class,
        () ->
            session.readings(ReadingQuery.ofDevice("temp_001", query.from(), site.begin), foreign));
    assertThrows(
        BadTokenException.class, () -> session.readings(query, new PageRequest(7, "mine")));
  }

  @Test
  void windowsAreThoseOfTheStore() {
    IntStream.range(0, 60)
        .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(600 - 10L * i), i % 7));
    Instant from = site.begin.minusSeconds(700);
    for (Duration width : List.of(Duration.ofMinutes(1), Duration.ofMillis(2_500))) {
      var windows = session.windows("temp_001", from, site.begin, width);
      assertFalse(windows.isEmpty());
      assertEquals(site.desk.windows("temp_001", from, site.begin, width), windows);
    }
    assertEquals(List.of(), session.windows("nobody", from, site.begin, Duration.ofMinutes(1)));
  }

  @Test
  void whatElseDevicesMeasureComesInWindowsToo() {
    for (int i = 0; i < 30; i++) {
      Instant time = site.begin.minusSeconds(300 - 10L * i);
      site.reading("temp_001", time, i % 7);
      site.payload(
          "temp_001",
          "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":%d,\"coolingEfficiency\":0.5,\"doorOpen\":%b,\"batteryLevel\":80,\"signalStrength\":-65,\"defrost\":%b}"
              .formatted(time, 100 + i, i >= 5 && i < 10, i >= 20));
    }
    Instant from = site.begin.minusSeconds(700);
    for (Quantity quantity : Quantity.values()) {
      var windows = session.windows("temp_001", quantity, from, site.begin, Duration.ofMinutes(1));
      assertFalse(windows.isEmpty(), quantity::name);
      assertEquals(
          site.desk.windows("temp_001", quantity, from, site.begin, Duration.ofMinutes(1)),
          windows);
    }
    var power = session.windows("temp_001", Quantity.POWER, from, site.begin, Duration.ofHours(24));
    assertEquals(100, power.stream().mapToDouble(Bucket::smallest).min().orElseThrow());
    assertEquals(129, power.stream().mapToDouble(Bucket::largest).max().orElseThrow());
    assertEquals(
        List.of(
            new Occurrence(
                Occurrence.Kind.DOOR_OPEN,
                site.begin.minusSeconds(250),
                site.begin.minusSeconds(200)),
            new Occurrence(Occurrence.Kind.DEFROST, site.begin.minusSeconds(100), null)),
        session.occurrences("temp_001", from, site.begin));
    assertEquals(List.of(), session.occurrences("temp_002", from, site.begin));
  }

  @Test
  void whichLimitsHeldBeforeIsTold() {
    assertEquals(List.of(), session.limits("temp_001"));
    site.reading("temp_001", site.begin.minusSeconds(10), 4);
    site.desk.assignProfile("temp_001", "refrigerator-2-8");
    List<HeldLimits> held = session.limits("temp_001");
    assertEquals(2, held.size());
    assertEquals(Instant.EPOCH, held.getFirst().from());
    assertEquals("refrigerator-2-8", held.getLast().limits().id());
    assertEquals(site.desk.limits("temp_001"), held);
  }

  @Test
  void notesAndThePictureOfADeviceAreKeptWithWhoAndWhen() {
    Notebook notebook = session.notebook();
    assertEquals(List.of(), notebook.notes("temp_001"));
    DeviceNote first = notebook.addNote("temp_001", " Door seal replaced. ");
    DeviceNote second = notebook.addNote("temp_001", "Runs quietly again.\nLook in a week.");
    assertEquals("Door seal replaced.", first.words());
    assertEquals("Ada", first.author());
    assertEquals(List.of(second, first), notebook.notes("temp_001"));
    assertEquals(site.desk.notebook().notes("temp_001"), notebook.notes("temp_001"));
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
    assertEquals(site.desk.notebook().photo("temp_001"), notebook.photo("temp_001"));
    assertThrows(
        IllegalArgumentException.class,
        () -> notebook.savePhoto("temp_001", "GIF89a, no picture".getBytes(US_ASCII)));
    byte[] long1 = java.util.Arrays.copyOf(picture, DevicePhoto.LONGEST + 1);
    assertThrows(IllegalArgumentException.class, () -> notebook.savePhoto("temp_001", long1));
    notebook.removePhoto("temp_001");
    assertTrue(notebook.photo("temp_001").isEmpty());
    AuditQuery mine =
        new AuditQuery(
            site.begin.minusSeconds(60), site.begin.plusSeconds(3_600), null, null, "temp_001");
    List<String> done =
        site.desk.audit(mine, PageRequest.first(50)).items().stream()
            .map(AuditEntry::what)
            .toList();
    assertTrue(done.containsAll(List.of("note.add", "photo.save", "photo.remove")), done::toString);
  }

  @Test
  void groupsOfCurvesAreKeptAsTheyWereSaved() {
    Notebook notebook = session.notebook();
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
  void aBaselineIsWhatAUnitDrewAndNeedsADay() {
    Instant from = site.begin.minus(Duration.ofDays(2));
    for (int i = 0; i < 289; i++) {
      site.payload(
          "temp_001",
          "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":%d}"
              .formatted(from.plus(Duration.ofMinutes(5L * i)), i % 2 == 0 ? 100 : 300));
    }
    EnergyDesk energy = session.energy();
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
    assertEquals(site.desk.energy().book(), book);
    assertEquals(chosen, book.baseline("temp_001"));
    assertEquals(new Tariff(0.29, "EUR"), book.tariff("north"));
    assertEquals(new Tariff(0.31, "EUR"), book.tariff("south"));
    energy.removeBaseline("temp_001");
    assertEquals(null, energy.book().baseline("temp_001"));
  }

  private static List<Object> facts(DeviceLive live) {
    Trace trace = live.trace();
    List<Object> facts = new ArrayList<>();
    IntStream.range(0, trace.size())
        .forEach(i -> facts.add(trace.time(i) + " " + trace.temperature(i)));
    facts.add(
        new DeviceLive(
            live.device(),
            live.limits(),
            live.newest(),
            Trace.of(new long[0], new float[0]),
            live.band(),
            live.telemetry(),
            live.status(),
            live.clockSkew(),
            live.alarms()));
    return facts.stream()
        .map(fact -> fact instanceof DeviceLive one ? (Object) parts(one) : fact)
        .toList();
  }

  /// Traces have no equality.
  private static List<Object> parts(DeviceLive live) {
    List<Object> parts = new ArrayList<>();
    parts.add(live.device());
    parts.add(live.limits());
    parts.add(String.valueOf(live.newest()));
    parts.add(live.band());
    parts.add(String.valueOf(live.telemetry()));
    parts.add(String.valueOf(live.status()));
    parts.add(String.valueOf(live.clockSkew()));
    parts.add(live.alarms());
    return parts;
  }

  private static List<List<Object>> picture(Session of) {
    return of.live().latest().devices().stream().map(SessionContract::facts).toList();
  }

  /// Waits until the session shows what the desk shows.
  void awaitSame() {
    Await.until(
        "the same picture",
        () ->
            picture(session).equals(picture(site.desk))
                && session.live().latest().alarms().equals(site.desk.live().latest().alarms())
                && session
                    .live()
                    .latest()
                    .escalations()
                    .equals(site.desk.live().latest().escalations()));
  }

  @Test
  void whatIsLiveIsTheSameAsAtTheDesk() {
    awaitSame();
    IntStream.range(0, 70)
        .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(70 - i), i / 100.0));
    site.payload(
        "temp_001",
        "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":812.5,\"doorOpen\":true,\"own\":{\"x\":1}}"
            .formatted(site.begin));
    site.payload(
        "temp_002",
        "{\"id\":\"d\",\"deviceId\":\"temp_002\",\"facilityId\":\"south\",\"status\":\"online\",\"lastSeen\":\"%s\",\"batteryLevel\":85,\"signalStrength\":-65,\"firmwareVersion\":\"1.2.3\",\"configuration\":{\"samplingRate\":30}}"
            .formatted(site.begin));
    awaitSame();
    site.alarm("temp_001", 9.5);
    awaitSame();
    session.register(
        new Device(
            "temp_003",
            Site.NORTH,
            "Bay 3",
            "Fridge 3",
            StorageProfiles.REFRIGERATOR.id(),
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            site.begin));
    awaitSame();
    Await.until("the third device", () -> session.live().latest().devices().size() == 3);
    assertEquals(
        "Fridge 3", session.live().latest().device("temp_003").orElseThrow().device().name());
  }

  @Test
  void anAlarmIsAcknowledgedOnceAndItsJournalSaysByWhom() {
    String id = site.alarm("temp_001", 9.5);
    Alarm alarm = session.alarms(allAlarms(), PageRequest.first(5)).items().getFirst();
    assertEquals(id, alarm.alarmId());
    assertEquals(site.desk.alarms(allAlarms(), PageRequest.first(5)).items(), List.of(alarm));
    List<Alarm> changed = session.alarmActions().acknowledge(List.of(id), "  door was open ");
    assertEquals(AlarmState.ACKNOWLEDGED, changed.getFirst().state());
    assertEquals("door was open", changed.getFirst().comment());
    assertEquals(List.of(), session.alarmActions().acknowledge(List.of(id), ""));
    List<AlarmChange> journal = session.journal(id);
    assertEquals(site.desk.journal(id), journal);
    assertEquals(AlarmEvent.ACKNOWLEDGE, journal.getLast().event());
    assertEquals("Ada", journal.getLast().actor());
    assertEquals(List.of(), session.journal("no such alarm"));
    AlarmQuery warnings =
        new AlarmQuery(
            Site.NORTH,
            "temp_001",
            Severity.WARNING,
            site.begin.minusSeconds(60),
            site.begin.plusSeconds(600));
    assertEquals(List.of(), session.alarms(warnings, PageRequest.first(5)).items());
  }

  @Test
  void alarmsArePutAsideAndTakenBack() {
    AlarmKey key = new AlarmKey("temp_001", Condition.HIGH);
    Alarm shelved =
        session.alarmActions().shelve(List.of(key), Duration.ofHours(1), "defrost").getFirst();
    assertEquals(AlarmState.SHELVED, shelved.state());
    assertEquals("defrost", Objects.requireNonNull(shelved.hold()).reason());
    assertEquals(1, session.alarmActions().unshelve(List.of(key), "done").size());
    assertEquals(
        AlarmState.OUT_OF_SERVICE,
        session.alarmActions().takeOutOfService(List.of(key), "broken").getFirst().state());
    assertEquals(1, session.alarmActions().returnToService(List.of(key), "").size());
    assertThrows(
        IllegalArgumentException.class,
        () -> session.alarmActions().shelve(List.of(key), Duration.ofHours(1), " "));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.alarmActions().shelve(List.of(key), Duration.ofDays(9), "long"));
  }

  @Test
  void whatPeopleDecidedIsKept() {
    AlarmDesign before = session.alarmDesign();
    assertEquals(AlarmDesign.DEFAULT, before);
    AlarmDesign decided =
        new AlarmDesign(
            Duration.ofHours(4),
            before.stuckAfter(),
            Set.of(Condition.CLOCK),
            Map.of(Condition.BATTERY, Severity.CRITICAL),
            before.limits(),
            before.guidance());
    session.saveAlarmDesign(decided);
    assertEquals(decided, session.alarmDesign());
    assertEquals(decided, site.desk.alarmDesign());
    AlarmDesign nonsense =
        new AlarmDesign(Duration.ZERO, Duration.ZERO, Set.of(), Map.of(), Map.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> session.saveAlarmDesign(nonsense));
    session.keepFor(Site.NORTH, 400);
    session.keepFor("", 90);
    assertEquals(Map.of(Site.NORTH, 400, "", 90), session.retention());
    assertThrows(IllegalArgumentException.class, () -> session.keepFor(Site.NORTH, 0));
  }

  @Test
  void profilesAreMadeGivenAndRemoved() {
    StorageProfile mine =
        new StorageProfile(
            "mine",
            "Mine",
            StorageProfiles.REFRIGERATOR.limits(),
            StorageProfiles.WHO_SHIPPING_1.cumulative());
    assertEquals(mine, session.saveProfile(mine));
    assertEquals(site.desk.profiles(), session.profiles());
    awaitSame();
    assertEquals("mine", String.valueOf(session.assignProfile("temp_001", "mine").profileId()));
    assertThrows(IllegalArgumentException.class, () -> session.removeProfile("mine"));
    assertEquals("null", String.valueOf(session.assignProfile("temp_001", null).profileId()));
    session.removeProfile("mine");
    assertThrows(IllegalArgumentException.class, () -> session.removeProfile("mine"));
    assertThrows(
        IllegalArgumentException.class, () -> session.assignProfile("temp_001", "nothing"));
  }

  @Test
  void routesAreReplacedAndTried() {
    List<Route> wanted =
        List.of(
            new Route("temps", Endpoint.TEMPERATURE, "deviceId LIKE 'temp_%'", true),
            Route.fallback(false));
    assertEquals(wanted, session.saveRoutes(wanted));
    assertEquals(wanted, session.routes());
    Origin origin = new Origin("temp_001", "", "temp_001", null, Map.of());
    assertEquals(wanted.subList(0, 1), session.matchingRoutes(origin));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.saveRoutes(List.of(new Route("bad", Endpoint.EVENTS, "deviceId ==", true))));
  }

  @Test
  void whoIsCalledIsSaidAndTriedOut() {
    CalloutPlan usual = CalloutPlan.usual(ZoneId.of("Europe/Berlin"));
    CalloutPlan plan =
        new CalloutPlan(
            List.of(
                new Person(
                    "ada", "Ada", "manager", "en", Map.of(ChannelKind.EMAIL, "ada@b.example"))),
            usual.rosters(),
            usual.policies(),
            usual.mutes(),
            "ada",
            usual.daily());
    assertEquals(plan, session.callouts().savePlan(plan));
    assertEquals(plan, session.callouts().plan());
    assertEquals(plan, site.desk.callouts().plan());
    Channels channels = session.callouts().channels();
    assertEquals(Channels.NONE, channels);
    assertEquals(channels, session.callouts().saveChannels(channels));
    session.callouts().saveSecret(SecretName.WEBHOOK_KEY, "hush".toCharArray());
    assertEquals(Set.of(SecretName.WEBHOOK_KEY), session.callouts().secrets());
    site.reading("temp_001", site.begin, 2.0);
    Alarm drill = session.callouts().drill("temp_001", 9.0);
    assertTrue(drill.isSystem());
    assertEquals(
        site.desk.callouts().notifications(drill.alarmId()),
        session.callouts().notifications(drill.alarmId()));
    assertEquals(
        site.desk.callouts().recent(PageRequest.first(10)),
        session.callouts().recent(PageRequest.first(10)));
    session.callouts().shown(List.of(drill.alarmId()));
    session.callouts().endDrill(drill.alarmId());
    assertThrows(IllegalArgumentException.class, () -> session.callouts().drill("nobody", 9.0));
    assertThrows(
        IllegalArgumentException.class, () -> session.callouts().test(ChannelKind.EMAIL, "ada"));
  }

  private Calibration certificate(String deviceId, String number, double added) {
    LocalDate day = LocalDate.ofInstant(site.begin, ZoneOffset.UTC);
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
        site.begin.minusSeconds(600),
        Instant.EPOCH,
        "somebody else",
        "");
  }

  @Test
  void calibrationsAreEnteredBesideEachOtherAndSayWhoDidIt() {
    assertEquals(List.of(), session.calibrations(null));
    Calibration first = session.calibrate(certificate("temp_001", "D-1", 0.1));
    assertEquals("Ada", first.recordedBy());
    assertFalse(first.recordedAt().isBefore(site.begin));
    session.calibrate(certificate("temp_001", "D-1", 0.2));
    session.calibrate(certificate("temp_002", "D-2", 0));
    List<Calibration> all = session.calibrations(null);
    assertEquals(site.desk.calibrations(null), all);
    assertEquals(List.of(1L, 2L, 3L), all.stream().map(Calibration::number).toList());
    assertEquals(all.subList(0, 2), session.calibrations("temp_001"));
    assertEquals(0.1, all.getFirst().correction().points().getFirst().added());
    assertEquals(List.of(), session.calibrations("nobody"));
    assertThrows(
        IllegalArgumentException.class, () -> session.calibrate(certificate("nobody", "D-3", 0)));
    assertEquals(all, session.calibrations(null));
  }

  private ReportOrder order(ReportKind kind) {
    String unit = kind.isOfOneUnit() ? "temp_001" : null;
    return new ReportOrder(kind, Site.NORTH, unit, site.begin.minusSeconds(3_600), site.begin);
  }

  private static byte[] whole(Session of, StoredReport report, ReportForm form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    of.reports().export(report.reportId(), form, bytes::writeBytes);
    return bytes.toByteArray();
  }

  @Test
  void aReportIsMadeListedAndHandedOutAsItWasStored() {
    for (int i = 0; i < 50; i++) {
      site.reading("temp_001", site.begin.minusSeconds(600 - 10L * i), i / 10.0);
    }
    Reports reports = session.reports();
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
    assertEquals(site.desk.reports().get(first.reportId()), first);
    StoredReport second = reports.make(order(ReportKind.CALIBRATION), ReportWatch.NOBODY);
    assertEquals(List.of(second, first), all(page -> reports.list(ReportQuery.ALL, page), 1));
    ReportQuery units = new ReportQuery(Site.NORTH, ReportState.DRAFT, ReportKind.UNIT, "temp_001");
    assertEquals(List.of(first), reports.list(units, PageRequest.first(5)).items());
    for (ReportForm form : ReportForm.values()) {
      assertArrayEquals(whole(site.desk, first, form), whole(session, first, form));
    }
    assertEquals(first.bytes(), whole(session, first, ReportForm.PDF).length);
    // What is sent next goes over the same connection, and once only.
    session.placeDevices(Site.NORTH, Map.of());
    assertThrows(
        BadTokenException.class,
        () -> reports.list(ReportQuery.ALL, new PageRequest(5, "no token of ours")));
  }

  @Test
  void aReportThatMakesNoSenseUsesNoNumberAndOneThatIsBrokenOffUsesItUp() {
    Reports reports = session.reports();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.make(
                new ReportOrder(ReportKind.UNIT, Site.NORTH, null, site.begin, site.begin),
                ReportWatch.NOBODY));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.make(
                new ReportOrder(
                    ReportKind.PERIOD, "nowhere", null, site.begin.minusSeconds(9), site.begin),
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
  void aLetterheadIsKeptAsItWasSaid() {
    Reports reports = session.reports();
    Letterhead usual = reports.letterhead(Site.NORTH);
    assertEquals(Site.NORTH, usual.facilityName());
    assertEquals(List.of(), reports.facilities());
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
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reports.saveLetterhead(
                Site.NORTH, new Letterhead("x".repeat(81), ZoneId.of("UTC"), "en")));
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
  void aFloorPlanIsAPictureAndWhereDevicesStandOnIt() {
    assertEquals(Optional.empty(), session.floorPlan(Site.NORTH));
    session.placeDevices(Site.NORTH, Map.of("temp_001", new Spot(0.25, 1)));
    assertEquals(
        new FloorPlan(Site.NORTH, new byte[0], Map.of("temp_001", new Spot(0.25, 1))),
        session.floorPlan(Site.NORTH).orElseThrow());
    session.saveFloorPicture(Site.NORTH, picture());
    FloorPlan plan = session.floorPlan(Site.NORTH).orElseThrow();
    assertArrayEquals(picture(), plan.picture());
    assertEquals(site.desk.floorPlan(Site.NORTH).orElseThrow(), plan);
    assertEquals(Optional.empty(), session.floorPlan(Site.SOUTH));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.saveFloorPicture(Site.NORTH, "GIF89a".getBytes(US_ASCII)));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.placeDevices(Site.NORTH, Map.of("temp_001", new Spot(1.5, 0))));
    assertThrows(
        IllegalArgumentException.class,
        () -> session.placeDevices(Site.NORTH, Map.of("temp_002", new Spot(0.5, 0.5))));
    assertEquals(plan, session.floorPlan(Site.NORTH).orElseThrow());
    session.saveFloorPicture(Site.NORTH, new byte[0]);
    assertEquals(0, session.floorPlan(Site.NORTH).orElseThrow().picture().length);
  }

  @Test
  void whatWasRejectedAndWhatWasBeyondIsListed() {
    site.payload("temp_001", "{\"deviceId\":\"temp_001\",\"temperature\":\"warm\"}");
    assertEquals(
        site.desk.rejections(PageRequest.first(5)), session.rejections(PageRequest.first(5)));
    assertEquals(1, session.rejections(PageRequest.first(5)).items().size());
    site.reading("temp_001", site.begin.minusSeconds(30), 9.0);
    site.reading("temp_001", site.begin.minusSeconds(20), 9.5);
    site.reading("temp_001", site.begin.minusSeconds(10), 2.0);
    ExcursionQuery query =
        new ExcursionQuery(null, null, site.begin.minusSeconds(600), site.begin.plusSeconds(600));
    var excursions = session.excursions(query, PageRequest.first(5));
    assertEquals(1, excursions.items().size());
    assertEquals(site.desk.excursions(query, PageRequest.first(5)).items(), excursions.items());
    Instant from = site.begin.minusSeconds(3_600);
    Instant until = site.begin;
    assertEquals(site.desk.alarmHealth(null, from, until), session.alarmHealth(null, from, until));
    assertEquals(
        site.desk.alarmHealth(Site.NORTH, from, until),
        session.alarmHealth(Site.NORTH, from, until));
    WhatIf question =
        new WhatIf(
            Site.NORTH,
            Set.of(),
            new WhatIf.Change.Profile(StorageProfiles.FROZEN_FOOD),
            from,
            site.begin);
    var answer = session.whatIf(question, WhatIfProgress.UNWATCHED);
    assertEquals(site.desk.whatIf(question, WhatIfProgress.UNWATCHED), answer);
    assertEquals(3, answer.readings());
  }

  @Test
  void theAuditTrailIsRead() {
    session.alarmActions().takeOutOfService(List.of(new AlarmKey("temp_001", Condition.LOW)), "x");
    AuditQuery query =
        new AuditQuery(site.begin.minusSeconds(60), site.begin.plusSeconds(600), null, null, null);
    assertEquals(
        site.desk.audit(query, PageRequest.first(20)).items(),
        session.audit(query, PageRequest.first(20)).items());
  }

  @Test
  void devicesAreConfiguredAndSpokenTo() {
    awaitSame();
    Device told =
        session.configure("temp_001", new DeviceConfiguration(60, new AlertThresholds(8.5, 2.25)));
    assertEquals(60, Objects.requireNonNull(told.desired().samplingRate()));
    awaitSame();
    assertEquals(site.desk.downstream().twin("temp_001"), session.downstream().twin("temp_001"));
    var twin = session.downstream().patchDesired("temp_001", "{\"fan\":{\"speed\":3}}", null);
    assertTrue(twin.desired().contains("\"speed\":3"));
    long stale = twin.desiredVersion() - 1;
    assertEquals(
        RefusedException.Reason.STALE,
        assertThrows(
                RefusedException.class,
                () -> session.downstream().patchDesired("temp_001", "{\"fan\":null}", stale))
            .reason());
    assertFalse(
        session
            .downstream()
            .send(
                "temp_001",
                new DeviceMessage(
                    "hello".getBytes(StandardCharsets.UTF_8),
                    Map.of("a", "b"),
                    Duration.ofMinutes(5)))
            .isEmpty());
    assertEquals(
        RefusedException.Reason.NO_ANSWER,
        assertThrows(
                RefusedException.class,
                () ->
                    session
                        .downstream()
                        .call("temp_001", new MethodCall("reboot", "{}", Duration.ofSeconds(1))))
            .reason());
    assertEquals(
        RefusedException.Reason.UNKNOWN_DEVICE,
        assertThrows(RefusedException.class, () -> session.downstream().twin("nobody")).reason());
    assertThrows(
        IllegalArgumentException.class,
        () -> session.configure("temp_001", new DeviceConfiguration(0, null)));
  }

  private void says(int samplingRate) {
    site.payload(
        "temp_001",
        "{\"id\":\"d\",\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"status\":\"online\",\"lastSeen\":\"%s\",\"configuration\":{\"samplingRate\":%d}}"
            .formatted(Instant.now(), samplingRate));
  }

  @Test
  void anOrderIsFollowedUntilTheDeviceSaysThatItDoesIt() {
    awaitSame();
    assertEquals(Optional.empty(), session.order("temp_001"));
    assertEquals(Optional.empty(), session.order("nobody"));
    session.configure("temp_001", new DeviceConfiguration(60, null));
    DeviceOrder waiting = session.order("temp_001").orElseThrow();
    assertEquals(DeviceOrder.State.WAITING, waiting.state());
    assertNotNull(waiting.sentAt());
    assertNotNull(waiting.acceptedAt());
    assertNull(waiting.appliedAt());
    assertEquals("Ada", waiting.askedBy());
    says(30);
    assertEquals(waiting, session.order("temp_001").orElseThrow());
    says(60);
    DeviceOrder done = session.order("temp_001").orElseThrow();
    assertEquals(DeviceOrder.State.APPLIED, done.state());
    assertFalse(Objects.requireNonNull(done.appliedAt()).isBefore(waiting.acceptedAt()));
    says(30);
    assertNull(session.order("temp_001").orElseThrow().appliedAt());
    says(60);
    assertEquals(done, session.order("temp_001").orElseThrow());
    AuditQuery applied =
        new AuditQuery(
            site.begin.minusSeconds(60),
            site.begin.plusSeconds(600),
            null,
            "device.applied",
            "temp_001");
    assertEquals(1, session.audit(applied, PageRequest.first(9)).items().size());
    site.desk.configure("temp_001", new DeviceConfiguration(90, null));
    assertEquals(DeviceOrder.State.WAITING, session.order("temp_001").orElseThrow().state());
  }
}
