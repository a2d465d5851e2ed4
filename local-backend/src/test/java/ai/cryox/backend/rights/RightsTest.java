package ai.cryox.backend.rights;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks every cell of the role × action matrix over the session port.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  private static final String DEVICE = "temp_north";
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};
  private static final AlarmKey HIGH = new AlarmKey(DEVICE, Condition.HIGH);

  private Facility facility;
  private Session administrator;
  private final Map<Role, Session> sessions = new EnumMap<>(Role.class);
  private final Map<Action, List<Consumer<Session>>> tries = new EnumMap<>(Action.class);

  @BeforeAll
  void start(@TempDir Path folder) {
    facility = new Facility(folder);
    administrator = facility.administrator();
    for (Role role : Role.values()) {
      String name = "some-" + role.wireName();
      sessions.put(role, facility.person(administrator, name, Grants.everywhere(role)));
    }
    String alarm = facility.alarm(Facility.NORTH);
    Instant until = facility.instant().plusSeconds(1);
    put(
        Action.WATCH,
        session -> session.profiles(),
        session -> session.windows(DEVICE, Instant.EPOCH, until, Duration.ofHours(1)),
        session ->
            session.windows(DEVICE, Quantity.POWER, Instant.EPOCH, until, Duration.ofHours(1)),
        session -> session.occurrences(DEVICE, until.minusSeconds(60), until),
        session -> session.limits(DEVICE),
        session -> session.notebook().notes(DEVICE),
        session -> session.notebook().photo(DEVICE),
        session -> session.notebook().calibrations(DEVICE),
        session -> session.calibrations(DEVICE),
        session -> session.notebook().savePenGroups(session.notebook().penGroups()),
        session -> session.energy().book(),
        session -> session.alarmHealth(null, until.minusSeconds(60), until),
        session -> session.journal(alarm),
        session -> session.floorPlan(Facility.NORTH),
        session -> session.callouts().plan(),
        session -> session.downstream().twin(DEVICE),
        session -> session.routes());
    put(
        Action.ACKNOWLEDGE,
        session -> session.alarmActions().acknowledge(List.of(alarm), "seen"),
        session -> session.alarmActions().reset(List.of(alarm), ""));
    put(
        Action.SHELVE,
        session -> session.alarmActions().shelve(List.of(HIGH), Duration.ofHours(1), "defrost"),
        session -> session.alarmActions().unshelve(List.of(HIGH), ""));
    put(
        Action.TAKE_OUT_OF_SERVICE,
        session -> session.alarmActions().takeOutOfService(List.of(HIGH), "repair"),
        session -> session.alarmActions().returnToService(List.of(HIGH), ""));
    put(Action.SEE_REJECTED, session -> session.rejections(PageRequest.first(10)));
    put(
        Action.DRILL,
        session -> session.callouts().endDrill(session.callouts().drill(DEVICE, 40).alarmId()));
    put(
        Action.WRITE_NOTES,
        session -> session.notebook().addNote(DEVICE, "a word"),
        session -> session.notebook().savePhoto(DEVICE, PICTURE),
        session -> session.notebook().removePhoto(DEVICE));
    put(
        Action.CONFIGURE_DEVICE,
        session -> session.energy().saveTariff("", new Tariff(0.3, "EUR")),
        session -> session.energy().removeBaseline(DEVICE),
        session -> session.configure(DEVICE, DeviceConfiguration.NONE),
        session -> session.downstream().patchDesired(DEVICE, "{\"a\":1}", null));
    put(
        Action.REGISTER_DEVICE,
        session -> session.register(Device.unconfirmed(DEVICE, Facility.NORTH, facility.instant())),
        session -> session.deviceDesk().orElseThrow().call("device/list", Map.of()),
        session ->
            session.deviceDesk().orElseThrow().call("device/confirm", Map.of("deviceId", DEVICE)),
        session -> session.saveFloorPicture(Facility.NORTH, new byte[0]),
        session -> session.placeDevices(Facility.NORTH, Map.of(DEVICE, new Spot(0.5, 0.5))));
    put(Action.ASSIGN_PROFILE, session -> session.assignProfile(DEVICE, null));
    put(
        Action.EDIT_PROFILES,
        session -> session.saveProfile(own(session)),
        session -> session.removeProfile("mine"));
    put(Action.EDIT_ALARM_DESIGN, session -> session.saveAlarmDesign(AlarmDesign.DEFAULT));
    put(Action.EDIT_CALLOUTS, session -> session.callouts().savePlan(session.callouts().plan()));
    put(
        Action.EDIT_CHANNELS,
        session -> session.callouts().saveChannels(session.callouts().channels()));
    put(Action.EDIT_ROUTES, session -> session.saveRoutes(session.routes()));
    put(Action.EDIT_RETENTION, session -> session.keepFor(Facility.NORTH, 400));
    put(
        Action.SEE_AUDIT,
        session ->
            session.audit(
                new AuditQuery(Instant.EPOCH, until, null, null, null), PageRequest.first(1)));
    Session reviewer =
        facility.person(administrator, "reviewer", Grants.everywhere(Role.SUPERVISOR));
    for (int i = 0; i < 3; i++) {
      drafts.add(makeReport(session(Role.OPERATOR)).reportId());
      StoredReport report = makeReport(session(Role.OPERATOR));
      reviewer
          .reports()
          .sign(report.reportId(), ReportStep.REVIEW, Facility.chars(Facility.PASSWORD), "");
      reviewed.add(report.reportId());
    }
    put(Action.JUDGE_EXCURSION, this::judge);
    put(Action.CALIBRATE, session -> session.calibrate(certificate()));
    put(Action.MAKE_REPORT, this::makeReport);
    put(Action.REVIEW_REPORT, session -> sign(session, drafts, ReportStep.REVIEW));
    put(Action.APPROVE_REPORT, session -> sign(session, reviewed, ReportStep.APPROVE));
    put(
        Action.SET_UP_REPORTS,
        session ->
            session
                .reports()
                .saveLetterhead(Facility.NORTH, session.reports().letterhead(Facility.NORTH)));
    put(
        Action.MANAGE_PEOPLE,
        session -> session.people().accounts(),
        session -> session.people().change(session(Role.WATCHER).who().userId(), "W", WATCHER, ""));
  }

  private static Calibration certificate() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    return new Calibration(
        0,
        DEVICE,
        "",
        "",
        "D-1",
        "",
        day,
        day.plusYears(1),
        Double.NaN,
        Correction.NONE,
        Instant.EPOCH,
        Instant.EPOCH,
        "somebody",
        "");
  }

  private static final ReportOrder LOG =
      new ReportOrder(
          ReportKind.CALIBRATION,
          Facility.NORTH,
          null,
          Instant.parse("2026-11-23T10:00:00Z"),
          Instant.parse("2026-11-23T11:00:00Z"));

  /// Writes after whoever wrote before.
  private void judge(Session session) {
    Excursion excursion =
        administrator
            .excursions(
                new ExcursionQuery(
                    null,
                    DEVICE,
                    facility.instant().minusSeconds(3_600),
                    facility.instant().plusSeconds(1)),
                PageRequest.first(1))
            .items()
            .getFirst();
    int after = CapaNote.of(excursion, administrator.notebook().capa(DEVICE)).size();
    session
        .notebook()
        .writeCapa(
            new CapaDraft(
                DEVICE,
                excursion.condition(),
                excursion.start(),
                after,
                "The door stood open.",
                "",
                "",
                "",
                null,
                false));
  }

  private StoredReport makeReport(Session session) {
    return session.reports().make(LOG, ReportWatch.NOBODY);
  }

  /// Each of those who may takes one of these; the others are refused before anybody looks at it.
  private final Deque<String> drafts = new ArrayDeque<>();

  private final Deque<String> reviewed = new ArrayDeque<>();

  private void sign(Session session, Deque<String> reports, ReportStep step) {
    String next = reports.getFirst();
    session.reports().sign(next, step, Facility.chars(Facility.PASSWORD), "");
    reports.removeFirst();
  }

  private static final Grants WATCHER = Grants.everywhere(Role.WATCHER);

  private static StorageProfile own(Session session) {
    StorageProfile shipped = session.profiles().getFirst();
    return new StorageProfile("mine", "Mine", shipped.limits(), shipped.cumulative());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void put(Action action, Consumer<Session>... all) {
    tries.put(action, List.of(all));
  }

  @AfterAll
  void stop() {
    facility.close();
  }

  private Session session(Role role) {
    return Objects.requireNonNull(sessions.get(role));
  }

  static Stream<Arguments> cells() {
    return Stream.of(Role.values())
        .flatMap(role -> Stream.of(Action.values()).map(action -> Arguments.of(role, action)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyCellOfTheMatrixHolds(Role role, Action action) {
    Session session = session(role);
    for (Consumer<Session> attempt : tries.getOrDefault(action, List.of())) {
      if (role.may(action)) {
        assertDoesNotThrow(() -> attempt.accept(session), role + " " + action);
      } else {
        ForbiddenException forbidden =
            assertThrows(ForbiddenException.class, () -> attempt.accept(session));
        assertEquals(action, forbidden.action());
      }
    }
    assertTrue(tries.containsKey(action), "nobody tries " + action);
    if (!role.may(action)) {
      assertTrue(
          denied(session).contains("denied." + action.name().toLowerCase(Locale.ROOT)),
          () -> "not audited: " + denied(session));
    }
  }

  private List<String> denied(Session session) {
    return facility.audit(session.who().userId(), "denied").stream()
        .filter(line -> line.outcome() == AuditEntry.Outcome.REFUSED)
        .map(AuditEntry::what)
        .toList();
  }

  @Test
  void theMatrixIsTheOneThatWasDecided() {
    // An auditor changes nothing, an administrator signs nothing and answers no alarm.
    assertEquals(
        Set.of(Action.WATCH, Action.SEE_REJECTED, Action.SEE_AUDIT, Action.MAKE_REPORT),
        actions(Role.AUDITOR));
    assertEquals(Set.of(Action.WATCH), actions(Role.WATCHER));
    assertTrue(
        actions(Role.ADMINISTRATOR).stream()
            .noneMatch(
                EnumSet.of(
                        Action.ACKNOWLEDGE,
                        Action.SHELVE,
                        Action.REVIEW_REPORT,
                        Action.APPROVE_REPORT)
                    ::contains));
    for (Role role : Role.values()) {
      assertEquals(role == Role.ADMINISTRATOR, role.may(Action.MANAGE_PEOPLE));
      assertTrue(role.may(Action.WATCH));
    }
  }

  private static Set<Action> actions(Role role) {
    Set<Action> may = EnumSet.allOf(Action.class);
    may.removeIf(action -> !role.may(action));
    return may;
  }
}
