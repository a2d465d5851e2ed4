package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.openapi.OpenApi;
import ai.cryox.backend.people.Facility;
import ai.cryox.backend.people.Wire;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions of people with every role at one facility, from a seed, to every address that answers
/// any, with whatever names things of the other facility. Nothing of it ever comes out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class OtherFacilitiesTest {
  private static final int REQUESTS = Integer.getInteger("cryox.fuzz.packets", 50_000) / 20;
  private static final long SEED = 20_261_130;

  /// Stands in everything that somebody wrote there; nobody here knows it.
  private static final String SECRET = "Quartz";

  /// What was measured there.
  private static final double SECRET_CELSIUS = 41.7173;

  private static final JsonNode PATHS = new JsonMapper().readTree(OpenApi.document()).get("paths");

  private final Map<Role, String> tokens = new LinkedHashMap<>();
  private final Map<String, List<String>> known = new LinkedHashMap<>();
  private Facility facility;
  private String everything;

  /// @param names what is asked about
  private record Question(String address, String query, List<String> headers, List<String> names) {
    /// An answer without what the caller said themselves.
    String news(String body) {
      String rest = body;
      for (String said : names) {
        rest = rest.replace(encoded(said), "").replace(said, "");
      }
      return names.stream().anyMatch(said -> said.startsWith("temp_south"))
          ? rest.replace("temp_south", "")
          : rest;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    facility = new Facility(folder);
    Session administrator = facility.administrator();
    facility.person(administrator, "everywhere", Grants.everywhere(Role.QUALITY, Role.SUPERVISOR));
    everything = Wire.signIn(facility, "everywhere");
    for (Role role : Role.values()) {
      String name = "north-" + role.wireName();
      facility.person(administrator, name, new Grants(Set.of(new Grant(role, Facility.NORTH))));
      tokens.put(role, Wire.signIn(facility, name));
    }
    write(Facility.NORTH, "plain", 40.0);
    write(Facility.SOUTH, SECRET, SECRET_CELSIUS);
    know();
  }

  @AfterAll
  void stop() {
    facility.close();
  }

  /// Leaves something in everything that a facility has.
  private void write(String at, String word, double celsius) {
    String device = "temp_" + at;
    String alarm = facility.alarm(at, celsius);
    Facility.await(() ->
        facility.desk().live().latest().alarms().stream()
            .anyMatch(one -> one.alarmId().equals(alarm)));
    know("alertId", alarm);
    know("deviceId", device);
    know("facilityId", at);
    done("POST", "/api/v1/alerts/" + alarm + "/acknowledge", "{'comment':'%s'}", word);
    done("POST", "/api/v1/notebook/notes", "{'deviceId':'" + device + "','words':'%s'}", word);
    done(
        "POST",
        "/api/v1/notebook/capa",
        "{'deviceId':'%s','condition':'HIGH','start':'%s','after':0,'cause':'%%s','corrective':'','preventive':'','responsible':'','done':false}"
            .formatted(device, facility.instant()),
        word);
    done(
        "POST",
        "/api/v1/calibrations",
        "{'deviceId':'%s','certificate':'%%s','calibratedOn':'2026-11-01','dueOn':'2027-11-01','validFrom':'2026-11-01T00:00:00Z'}"
            .formatted(device),
        word);
    done(
        "PUT",
        "/api/v1/facilities/" + at + "/letterhead",
        "{'facilityName':'%s','address':'','zone':'UTC','language':'en','logo':''}",
        word);
    done(
        "PUT",
        "/api/v1/facilities/" + at + "/floor-plan/spots",
        "{'spots':{'" + device + "':{'x':0.5,'y':0.5}}}",
        word);
    done(
        "PATCH",
        "/api/v1/facilities/" + at + "/devices/" + device + "/twin/desired",
        "{'note':'%s'}",
        word);
    done(
        "POST",
        "/api/v1/facilities/" + at + "/devices/" + device + "/configure",
        "{'samplingRate':45}",
        word);
    String schedule =
        done(
            "POST",
            "/api/v1/report-schedules",
            "{'kind':'alarms','facilityId':'"
                + at
                + "','timing':{'cadence':'DAILY','day':0,'at':'06:00'},'personIds':[]}",
            word);
    know("scheduleId", Wire.member(schedule, "scheduleId"));
    String job =
        done(
            "POST",
            "/api/v1/reports",
            "{'kind':'calibration','facilityId':'%s','from':'%s','until':'%s'}"
                .formatted(at, facility.instant().minusSeconds(60), facility.instant()),
            word);
    know("jobId", Wire.member(job, "jobId"));
    String address = "/api/v1/report-jobs/" + Wire.member(job, "jobId") + "?wait=15";
    String progress = answer("GET", address, everything, "").body();
    while (progress.contains("\"making\"")) {
      progress = answer("GET", address, everything, "").body();
    }
    know("reportId", Wire.member(progress, "reportId"));
  }

  private String done(String method, String address, String body, String word) {
    HttpResponse<String> answer =
        answer(method, address, everything, body.replace('\'', '"').replace("%s", word));
    assertTrue(answer.statusCode() < 300, () -> address + " " + answer.body());
    return answer.body();
  }

  private HttpResponse<String> answer(String method, String address, String token, String body) {
    return facility.send(method, address, token, body);
  }

  private void know(String name, String value) {
    known.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  /// What can be guessed, or was seen over somebody's shoulder.
  private void know() {
    for (String list : List.of("alerts", "readings", "excursions", "reports", "audit")) {
      String address = "/api/v1/%s?pageSize=1".formatted(list);
      String body = answer("GET", address, everything, "").body();
      if (body.contains("continuationToken")) {
        know("continuationToken", Wire.member(body, "continuationToken"));
      }
    }
    know("since", Wire.member(answer("GET", "/api/v1/changes", everything, "").body(), "cursor"));
    for (int number = 1; number <= 30; number++) {
      for (String name : List.of("transition", "audit", "version", "from")) {
        know(name, Integer.toString(number));
      }
    }
    Instant now = facility.instant();
    known.put("time", List.of(now.toString()));
    known.put("startTime", List.of(now.minus(Duration.ofHours(6)).toString()));
    known.put("endTime", List.of(now.plusSeconds(60).toString()));
    known.put("resolution", List.of("PT1M", "PT1H"));
    known.put("quantity", List.of("TEMPERATURE", "POWER"));
    known.put("form", List.of("pdf", "csv", "xlsx"));
    known.put("pageSize", List.of("1", "2", "1000"));
    known.put("profileId", List.of("seed-default", "frozen-food"));
    known.put("subject", List.of(Facility.SOUTH, "temp_south"));
    known.put("file", List.of("page.css"));
    known.put("wait", List.of("0"));
    known.put("collect", List.of("0"));
  }

  @Test
  void nothingOfAnotherFacilityComesOut() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> addresses =
        PATHS.propertyNames().stream()
            .filter(path -> PATHS.get(path).has("get") && !path.endsWith("/stream"))
            .toList();
    List<Role> roles = List.copyOf(tokens.keySet());
    List<String> faults = new ArrayList<>();
    Map<String, Integer> answered = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
      String path = addresses.get(i % addresses.size());
      Role role = roles.get(random.nextInt(roles.size()));
      Question question = question(random, path);
      HttpRequest.Builder request =
          facility.request(question.address() + question.query(), tokens.get(role));
      if (!question.headers().isEmpty()) {
        request.headers(question.headers().toArray(String[]::new));
      }
      HttpResponse<String> answer = facility.send(request.GET());
      String fault = fault(question, answer);
      if (fault != null) {
        faults.add(
            "%s: request %d of seed %d, %s: %s%n%d %.800s"
                .formatted(fault, i, SEED, role, question, answer.statusCode(), answer.body()));
      }
      answered.merge(path, answer.statusCode() < 400 ? 1 : 0, Integer::sum);
    }
    assertEquals(List.of(), faults);
    long some = answered.values().stream().filter(count -> count > 0).count();
    assertTrue(some > addresses.size() * 3 / 4, () -> "hardly anything answered: " + answered);
  }

  private Question question(SplittableRandom random, String path) {
    StringBuilder query = new StringBuilder();
    List<String> headers = new ArrayList<>();
    String address = path;
    List<String> names = new ArrayList<>();
    List<JsonNode> parameters = new ArrayList<>();
    PATHS.get(path).path("parameters").forEach(parameters::add);
    PATHS.get(path).get("get").path("parameters").forEach(parameters::add);
    for (JsonNode parameter : parameters) {
      String name = name(parameter);
      String value = value(random, name);
      if (address.contains("{" + name + "}")) {
        names.add(value);
        address = address.replace("{" + name + "}", encoded(value));
      } else if (name.equals("ifNoneMatch")) {
        if (random.nextInt(8) == 0) {
          headers.addAll(List.of("If-None-Match", "*"));
        }
      } else if (random.nextInt(3) > 0) {
        names.add(value);
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
      }
    }
    return new Question(address, query.toString(), headers, names);
  }

  /// What stands for itself is called as it is referred to.
  private static String name(JsonNode parameter) {
    JsonNode ref = parameter.get("$ref");
    if (ref == null) {
      return parameter.get("name").asString();
    }
    String text = ref.asString();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /// Mostly of its own kind, and mostly of the other facility.
  private String value(SplittableRandom random, String name) {
    List<String> own = known.get(name);
    if (own == null || random.nextInt(12) == 0) {
      List<List<String>> all = List.copyOf(known.values());
      own = all.get(random.nextInt(all.size()));
    }
    return own.get(random.nextInt(own.size()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static @Nullable String fault(Question question, HttpResponse<String> answer) {
    String body = answer.body();
    if (answer.statusCode() >= 500 || body.contains("\tat ")) {
      return "a fault of ours";
    }
    if (body.contains(SECRET) || body.contains(Double.toString(SECRET_CELSIUS))) {
      return "a secret came out";
    }
    if (question.news(body).contains(Facility.SOUTH)) {
      return "what there is elsewhere came out";
    }
    return question.address().contains("/" + Facility.SOUTH) && answer.statusCode() < 400
        ? "the address of another facility answered"
        : null;
  }

  @Test
  void aStreamHasNothingOfAnotherFacilityWhateverItIsToGoOnFrom() throws Exception {
    for (String from :
        List.of("", Objects.requireNonNull(known.get("since")).getFirst(), "nonsense")) {
      HttpRequest.Builder request = facility.request("/api/v1/stream", tokens.get(Role.OPERATOR));
      if (!from.isEmpty()) {
        request.header("Last-Event-ID", from);
      }
      HttpResponse<InputStream> answer =
          facility.client().send(request.build(), BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertTrue(until(lines, "temp_north").contains("\"reset\":true"));
        facility.pass(Duration.ofMinutes(1));
        facility.alarm(Facility.SOUTH, SECRET_CELSIUS);
        facility.pass(Duration.ofSeconds(1));
        String time = facility.instant().toString();
        facility.alarm(Facility.NORTH);
        until(lines, time);
      }
    }
  }

  /// Reads until something comes, and sees that nothing else is in it.
  private static String until(BufferedReader lines, String awaited) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf(awaited) < 0) {
      String line = lines.readLine();
      assertTrue(line != null, () -> "the stream ended: " + seen);
      seen.append(line).append('\n');
    }
    String text = seen.toString();
    assertFalse(text.contains(Facility.SOUTH), text);
    assertFalse(text.contains(SECRET), text);
    assertFalse(text.contains(Double.toString(SECRET_CELSIUS)), text);
    return text;
  }
}
