package ai.cryox.backend.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.report.Letterhead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Somebody with roles in one of two facilities.
class FacilityRightsTest {
  private static final PageRequest PAGE = PageRequest.first(100);

  @TempDir Path folder;

  private Facility facility;
  private Session administrator;
  private Session north;
  private String northAlarm;
  private String southAlarm;
  private Instant until;

  @BeforeEach
  void start() {
    facility = new Facility(folder);
    administrator = facility.administrator();
    north =
        facility.person(
            administrator, "kim", new Grants(Set.of(new Grant(Role.SUPERVISOR, Facility.NORTH))));
    northAlarm = facility.alarm(Facility.NORTH);
    southAlarm = facility.alarm(Facility.SOUTH);
    until = facility.instant().plusSeconds(1);
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  private static void forbidden(Executable attempt) {
    assertThrows(ForbiddenException.class, attempt);
  }

  @Test
  void whatSeveralFacilitiesHaveIsCutDown() {
    assertEquals(
        List.of("temp_north"),
        north.live().latest().devices().stream()
            .map(DeviceLive::device)
            .map(Device::deviceId)
            .toList());
    assertEquals(
        List.of(northAlarm), north.live().latest().alarms().stream().map(Alarm::alarmId).toList());
    assertEquals(
        List.of(northAlarm),
        north
            .alarms(new AlarmQuery(null, null, null, Instant.EPOCH, until), PageRequest.first(1))
            .items()
            .stream()
            .map(Alarm::alarmId)
            .toList());
    assertEquals(
        List.of(Facility.NORTH),
        north.readings(new ReadingQuery(null, null, Instant.EPOCH, until), PAGE).items().stream()
            .map(received -> received.reading().facilityId())
            .toList());
    assertEquals(
        List.of(Facility.NORTH),
        north
            .excursions(new ExcursionQuery(null, null, Instant.EPOCH, until), PAGE)
            .items()
            .stream()
            .map(Excursion::facilityId)
            .toList());
    assertTrue(
        north.callouts().escalations().stream().noneMatch(e -> e.alarmId().equals(southAlarm)));
  }

  @Test
  void whatFacilitiesAreCalledIsToldOfOnesOwnAndOutlivesTheProgram() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    administrator.reports().saveLetterhead(Facility.NORTH, new Letterhead("Nord", zone, "de"));
    administrator.reports().saveLetterhead(Facility.SOUTH, new Letterhead("Süd", zone, "de"));
    assertEquals("Süd", administrator.reports().nameOf(Facility.SOUTH));
    assertEquals("Nord", north.reports().nameOf(Facility.NORTH));
    assertNull(north.reports().nameOf(Facility.SOUTH));
    facility.restart();
    assertEquals(
        "Nord", facility.signIn("kim", Facility.PASSWORD).reports().nameOf(Facility.NORTH));
  }

  @Test
  void proofsOfDevicesAreSeenAndMadeInOnesOwnFacilityOnly() {
    Control all = administrator.deviceDesk().orElseThrow();
    Control own = north.deviceDesk().orElseThrow();
    all.call("device/add", proof("south_1", Facility.SOUTH));
    own.call("device/add", proof("north_1", Facility.NORTH));
    assertEquals(
        Set.of("temp_north", "north_1"),
        own.call("device/list", Map.of()).stream()
            .map(row -> row.get("deviceId"))
            .collect(Collectors.toSet()));
    forbidden(() -> own.call("device/add", proof("south_2", Facility.SOUTH)));
    // One that names a facility of one's own does not get hold of another's.
    forbidden(() -> own.call("device/add", proof("temp_south", Facility.NORTH)));
    for (String call : List.of("device/disable", "device/rotate", "device/confirm")) {
      forbidden(() -> own.call(call, Map.of("deviceId", "south_1")));
    }
    forbidden(() -> own.call("device/token", Map.of("deviceId", "south_1", "hours", "1")));
  }

  private static Map<String, String> proof(String deviceId, String facilityId) {
    return Map.of("deviceId", deviceId, "facilityId", facilityId, "method", "keys");
  }

  @Test
  void whatIsNamedElsewhereIsRefused() {
    forbidden(
        () -> north.readings(ReadingQuery.ofDevice("temp_south", Instant.EPOCH, until), PAGE));
    forbidden(
        () -> north.readings(ReadingQuery.ofFacility(Facility.SOUTH, Instant.EPOCH, until), PAGE));
    forbidden(
        () -> north.alarms(new AlarmQuery(Facility.SOUTH, null, null, Instant.EPOCH, until), PAGE));
    forbidden(() -> north.windows("temp_south", Instant.EPOCH, until, Duration.ofHours(1)));
    forbidden(() -> north.notebook().notes("temp_south"));
    forbidden(() -> north.notebook().photo("temp_south"));
    forbidden(() -> north.occurrences("temp_south", Instant.EPOCH, until));
    forbidden(() -> north.alarmHealth(Facility.SOUTH, until.minusSeconds(9), until));
    forbidden(() -> north.downstream().twin("temp_south"));
  }

  @Test
  void anAlarmElsewhereIsAsIfThereWereNone() {
    assertEquals(List.of(), north.journal(southAlarm));
    assertEquals(List.of(), north.callouts().notifications(southAlarm));
    assertEquals(
        List.of("denied.watch"),
        facility.audit(north.who().userId(), "denied").stream().map(AuditEntry::what).toList());
    assertTrue(north.journal(northAlarm).size() == 1);
  }

  @Test
  void whatIsDoneElsewhereIsRefusedAndNothingIsDone() {
    AlarmKey south = new AlarmKey("temp_south", Condition.HIGH);
    forbidden(() -> north.alarmActions().acknowledge(List.of(southAlarm), ""));
    forbidden(() -> north.alarmActions().acknowledge(List.of(northAlarm, southAlarm), ""));
    forbidden(() -> north.alarmActions().shelve(List.of(south), Duration.ofHours(1), "x"));
    forbidden(() -> north.alarmActions().takeOutOfService(List.of(south), "x"));
    forbidden(() -> north.configure("temp_south", DeviceConfiguration.NONE));
    forbidden(() -> north.assignProfile("temp_south", null));
    forbidden(
        () -> north.register(Device.unconfirmed("temp_new", Facility.SOUTH, facility.instant())));
    // Not even by pulling a device over.
    forbidden(
        () -> north.register(Device.unconfirmed("temp_south", Facility.NORTH, facility.instant())));
    forbidden(() -> north.downstream().patchDesired("temp_south", "{}", null));
    assertEquals(2, facility.desk().live().latest().alarms().size());
    assertTrue(
        facility.desk().live().latest().alarms().stream()
            .allMatch(alarm -> alarm.state().needsAcknowledgement()));

    List<AuditEntry> denied = facility.audit("Robin " + "kim".hashCode(), "denied");
    assertTrue(
        denied.stream().allMatch(line -> Facility.SOUTH.equals(line.subject())), denied::toString);
    assertEquals(1, north.alarmActions().acknowledge(List.of(northAlarm), "").size());
  }

  @Test
  void whatAllFacilitiesHaveInCommonNeedsARoleInAll() {
    forbidden(() -> north.rejections(PAGE));
    forbidden(() -> north.saveRoutes(north.routes()));
    forbidden(() -> north.callouts().savePlan(north.callouts().plan()));
    forbidden(() -> north.removeProfile("x"));
    forbidden(() -> north.callouts().drill("temp_north", 40));
  }

  @Test
  void theSameTryInALoopIsCountedAndNotListed() {
    for (int i = 0; i < 50; i++) {
      forbidden(() -> north.rejections(PAGE));
    }
    assertEquals(1, facility.audit(north.who().userId(), "denied.see_rejected").size());
    facility.pass(Duration.ofMinutes(2));
    Facility.await(() -> facility.audit(north.who().userId(), "denied.see_rejected").size() == 2);
    assertEquals(
        49, facility.audit(north.who().userId(), "denied.see_rejected").getFirst().occurrences());
  }
}
