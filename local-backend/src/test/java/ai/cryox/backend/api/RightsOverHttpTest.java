package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.backend.people.Wire;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.ScheduleOrder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks every cell of the role × action matrix that the API has an address for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsOverHttpTest {
  private static final String NORTH = "/api/v1/facilities/north";
  private static final String DEVICE = NORTH + "/devices/temp_north";

  private static final String ORDER =
      """
      {"kind":"calibration","facilityId":"north","from":"2026-11-23T10:00:00Z",
      "until":"2026-11-23T11:00:00Z"}\
      """;

  private static final String SCHEDULE =
      """
      {"kind":"calibration","facilityId":"north","timing":{"cadence":"DAILY","day":0,"at":"06:00"},
      "personIds":[]}\
      """;

  private Facility facility;
  private String schedule;
  private String alarm;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);

  record Request(Action action, String method, String path, String body) {
    @Override
    public String toString() {
      return action + " " + method + " " + path;
    }
  }

  private static final List<Request> REQUESTS =
      List.of(
          new Request(Action.WATCH, "GET", NORTH + "/temperature", ""),
          new Request(Action.WATCH, "GET", "/api/v1/devices", ""),
          new Request(Action.WATCH, "GET", "/api/v1/alerts", ""),
          new Request(Action.WATCH, "GET", "/api/v1/profiles", ""),
          new Request(Action.WATCH, "GET", "/api/v1/routes", ""),
          new Request(Action.WATCH, "GET", "/api/v1/retention", ""),
          new Request(Action.WATCH, "GET", "/api/v1/links", ""),
          new Request(Action.WATCH, "GET", "/api/v1/changes", ""),
          new Request(Action.WATCH, "GET", DEVICE + "/twin", ""),
          new Request(Action.ACKNOWLEDGE, "POST", "/api/v1/alerts/{alarm}/acknowledge", "{}"),
          new Request(Action.ACKNOWLEDGE, "POST", "/api/v1/alerts/{alarm}/reset", "{}"),
          new Request(
              Action.SHELVE,
              "POST",
              "/api/v1/alerts/{alarm}/shelve",
              "{\"minutes\":5,\"reason\":\"defrost\"}"),
          new Request(Action.SHELVE, "POST", "/api/v1/alerts/{alarm}/unshelve", "{}"),
          new Request(
              Action.TAKE_OUT_OF_SERVICE,
              "POST",
              "/api/v1/alerts/{alarm}/out-of-service",
              "{\"reason\":\"repair\"}"),
          new Request(
              Action.TAKE_OUT_OF_SERVICE, "POST", "/api/v1/alerts/{alarm}/in-service", "{}"),
          new Request(
              Action.CONFIGURE_DEVICE, "POST", DEVICE + "/configure", "{\"samplingRate\":30}"),
          new Request(Action.CONFIGURE_DEVICE, "PATCH", DEVICE + "/twin/desired", "{\"a\":1}"),
          new Request(Action.EDIT_ROUTES, "PUT", "/api/v1/routes", "{\"routes\":[]}"),
          new Request(Action.EDIT_RETENTION, "PUT", "/api/v1/retention/north?days=400", ""),
          new Request(Action.WATCH, "GET", "/api/v1/calibrations?deviceId=temp_north", ""),
          new Request(
              Action.CALIBRATE,
              "POST",
              "/api/v1/calibrations",
              """
              {"deviceId":"temp_north","certificate":"D-1","calibratedOn":"2026-11-01",
              "dueOn":"2027-11-01","validFrom":"2026-11-01T00:00:00Z"}\
              """),
          new Request(Action.WATCH, "GET", "/api/v1/reports?facilityId=north", ""),
          new Request(Action.WATCH, "GET", "/api/v1/report-schedules", ""),
          new Request(Action.WATCH, "GET", "/api/v1/report-schedules/{schedule}", ""),
          new Request(Action.SET_UP_REPORTS, "POST", "/api/v1/report-schedules", SCHEDULE),
          new Request(
              Action.SET_UP_REPORTS,
              "PUT",
              "/api/v1/report-schedules/{schedule}/state",
              "{\"state\":\"ACTIVE\"}"),
          new Request(Action.MAKE_REPORT, "POST", "/api/v1/report-schedules/{schedule}/runs", ""),
          new Request(Action.WATCH, "GET", NORTH + "/letterhead", ""),
          new Request(Action.WATCH, "GET", NORTH + "/floor-plan", ""),
          new Request(Action.MAKE_REPORT, "POST", "/api/v1/reports", ORDER),
          new Request(
              Action.REVIEW_REPORT,
              "POST",
              "/api/v1/reports/north-2026-000001/signatures",
              "{\"step\":\"review\",\"password\":\"x\"}"),
          new Request(
              Action.APPROVE_REPORT,
              "POST",
              "/api/v1/reports/north-2026-000002/signatures",
              "{\"step\":\"approve\",\"password\":\"x\"}"),
          new Request(
              Action.SET_UP_REPORTS,
              "PUT",
              NORTH + "/letterhead",
              """
              {"facilityName":"North","address":"","zone":"UTC","language":"en","logo":""}\
              """),
          new Request(Action.REGISTER_DEVICE, "DELETE", NORTH + "/floor-plan/picture", ""),
          new Request(Action.REGISTER_DEVICE, "PUT", NORTH + "/floor-plan/spots", "{\"spots\":{}}"),
          new Request(
              Action.JUDGE_EXCURSION,
              "POST",
              "/api/v1/notebook/capa",
              """
              {"deviceId":"temp_north","condition":"HIGH","start":"2026-01-01T00:00:00Z","after":0,\
              "cause":"door","corrective":"","preventive":"","responsible":"","done":false}\
              """),
          new Request(Action.WATCH, "GET", "/api/v1/notebook/notes?deviceId=temp_north", ""),
          new Request(Action.WATCH, "GET", "/api/v1/notebook/capa?deviceId=temp_north", ""),
          new Request(Action.WATCH, "GET", "/api/v1/notebook/photo?deviceId=temp_north", ""),
          new Request(Action.WATCH, "GET", "/api/v1/notebook/calibrations?deviceId=temp_north", ""),
          new Request(Action.WATCH, "GET", "/api/v1/notebook/pen-groups", ""),
          new Request(
              Action.WRITE_NOTES,
              "POST",
              "/api/v1/notebook/notes",
              "{\"deviceId\":\"temp_north\",\"words\":\"a door seal\"}"),
          new Request(
              Action.WRITE_NOTES,
              "PUT",
              "/api/v1/notebook/photo",
              "{\"deviceId\":\"temp_north\",\"data\":\"R0lG\"}"),
          new Request(
              Action.WRITE_NOTES, "DELETE", "/api/v1/notebook/photo?deviceId=temp_north", ""),
          new Request(Action.SEE_AUDIT, "GET", "/api/v1/audit?startTime=2026-01-01T00:00:00Z", ""),
          new Request(Action.MANAGE_PEOPLE, "GET", "/api/v1/people", ""),
          new Request(Action.MANAGE_PEOPLE, "POST", "/api/v1/people/u99/unlock", "{}"),
          new Request(
              Action.MANAGE_PEOPLE, "POST", "/api/v1/people/u99/reset", "{\"password\":\"x\"}"),
          new Request(Action.MANAGE_PEOPLE, "POST", "/api/v1/people/u99/disable", "{}"),
          new Request(Action.MANAGE_PEOPLE, "POST", "/api/v1/people/u99/enable", "{}"),
          new Request(
              Action.MANAGE_PEOPLE,
              "PUT",
              "/api/v1/people/u99",
              "{\"name\":\"x\",\"roles\":[{\"role\":\"auditor\"}]}"),
          new Request(
              Action.MANAGE_PEOPLE,
              "POST",
              "/api/v1/people",
              "{\"signInName\":\"x9\",\"name\":\"x\",\"roles\":[],\"password\":\"short\"}"));

  @BeforeAll
  void start(@TempDir Path folder) {
    facility = new Facility(folder);
    Session administrator = facility.administrator();
    for (Role role : Role.values()) {
      String name = "some-" + role.wireName();
      facility.person(administrator, name, Grants.everywhere(role));
      tokens.put(role, Wire.signIn(facility, name));
    }
    facility.person(
        administrator, "kim", new Grants(Set.of(new Grant(Role.SUPERVISOR, Facility.SOUTH))));
    alarm = facility.alarm(Facility.NORTH);
    Session maker = facility.person(administrator, "maker", Grants.everywhere(Role.OPERATOR));
    Session reviewer = facility.person(administrator, "reviewer", Grants.everywhere(Role.QUALITY));
    schedule =
        administrator
            .reports()
            .schedules()
            .orElseThrow()
            .add(
                new ScheduleOrder(
                    ReportKind.CALIBRATION,
                    Facility.NORTH,
                    null,
                    new ReportTiming(Cadence.DAILY, 0, LocalTime.of(6, 0)),
                    List.of()))
            .scheduleId();
    Instant until = facility.instant();
    for (int i = 0; i < 2; i++) {
      maker
          .reports()
          .make(
              new ReportOrder(
                  ReportKind.CALIBRATION, Facility.NORTH, null, until.minusSeconds(60), until),
              ReportWatch.NOBODY);
    }
    reviewer
        .reports()
        .sign("north-2026-000002", ReportStep.REVIEW, Facility.chars(Facility.PASSWORD), "right");
  }

  @AfterAll
  void stop() {
    facility.close();
  }

  static Stream<Arguments> cells() {
    return Stream.of(Role.values())
        .flatMap(role -> REQUESTS.stream().map(request -> Arguments.of(role, request)));
  }

  private HttpResponse<String> send(Request request, String token) {
    return facility.send(
        request.method(),
        request.path().replace("{alarm}", alarm).replace("{schedule}", schedule),
        token,
        request.body());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyCellOfTheMatrixHolds(Role role, Request request) {
    HttpResponse<String> answer = send(request, Objects.requireNonNull(tokens.get(role)));
    if (role.may(request.action())) {
      assertTrue(
          answer.statusCode() < 500 && answer.statusCode() != 403 && answer.statusCode() != 401,
          answer::body);
    } else {
      assertEquals(403, answer.statusCode(), answer.body());
      assertEquals(request.action().name(), Wire.member(answer.body(), "action"));
    }
  }

  static Stream<Request> requests() {
    return REQUESTS.stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void withoutATokenNothingIsAnswered(Request request) {
    for (String token : new String[] {"", "x", "a.b.c", tokens.get(Role.ADMINISTRATOR) + "x"}) {
      HttpResponse<String> answer = send(request, token);
      assertEquals(401, answer.statusCode(), answer.body());
      assertEquals(
          "Bearer realm=\"cryox\"", answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whoIsElsewhereSeesAndDoesNothingHere(Request request) {
    HttpResponse<String> answer = send(request, Wire.signIn(facility, "kim"));
    assertTrue(answer.statusCode() < 500, answer::body);
    if (!request.method().equals("GET") || request.path().startsWith(NORTH)) {
      assertTrue(answer.statusCode() >= 400, request + " " + answer.body());
    }
    assertTrue(!answer.body().contains("temp_north") || answer.statusCode() == 404, answer::body);
  }

  @Test
  void healthIsForEverybody() {
    assertEquals(200, facility.send("GET", "/health/live", null, "").statusCode());
    assertEquals(200, facility.send("GET", "/api/v1", null, "").statusCode());
  }
}
