package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.backend.people.Wire;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.report.ReportForm;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reports as programs on other machines make, sign and fetch them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportRoutesTest {
  private static final String REPORTS = "/api/v1/reports";

  private Facility facility;
  private Session administrator;
  private String olga;
  private String sven;
  private String quinn;

  @BeforeAll
  void start(@TempDir Path folder) {
    facility = new Facility(folder);
    administrator = facility.administrator();
    olga = token("olga", Role.OPERATOR);
    sven = token("sven", Role.SUPERVISOR);
    quinn = token("quinn", Role.QUALITY);
  }

  private String token(String name, Role role) {
    facility.person(administrator, name, Grants.everywhere(role));
    return Wire.signIn(facility, name);
  }

  @AfterAll
  void stop() {
    facility.close();
  }

  private HttpResponse<String> send(String method, String path, String token, String body) {
    HttpResponse<String> answer = facility.send(method, path, token, body);
    DescribedAnswers.check(answer);
    return answer;
  }

  private static String order(String kind) {
    return """
    {"kind":"%s","facilityId":"north","deviceId":"temp_north","from":"2026-11-23T10:00:00Z",
    "until":"2026-11-23T11:00:00Z"}\
    """
        .formatted(kind);
  }

  /// @return its number
  private String made(String token) {
    HttpResponse<String> taken = send("POST", REPORTS, token, order("unit"));
    assertEquals(202, taken.statusCode(), taken.body());
    return madeBy(taken, token);
  }

  private String madeBy(HttpResponse<String> taken, String token) {
    String job = taken.headers().firstValue("Location").orElseThrow();
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    HttpResponse<String> over = send("GET", job + "?wait=5", token, "");
    while (Wire.member(over.body(), "state").equals("making")) {
      assertTrue(System.nanoTime() < end, "not made in two minutes");
      over = send("GET", job + "?wait=5", token, "");
    }
    assertEquals("made", Wire.member(over.body(), "state"), over.body());
    return Wire.member(over.body(), "reportId");
  }

  private HttpResponse<String> sign(String report, String step, String token, String password) {
    return send(
        "POST",
        REPORTS + "/" + report + "/signatures",
        token,
        "{\"step\":\"%s\",\"password\":\"%s\",\"comment\":\"I have read it\"}"
            .formatted(step, password));
  }

  @Test
  void threePeopleBringAReportToItsApprovalAndAnybodyWhoMaySeesIt() throws Exception {
    String report = made(olga);
    HttpResponse<String> own = sign(report, "review", sven, "wrong-word-77x");
    assertEquals(400, own.statusCode(), own.body());
    assertTrue(own.body().contains("Nothing was signed"), own::body);
    HttpResponse<String> early = sign(report, "approve", quinn, Facility.PASSWORD);
    assertEquals(409, early.statusCode(), early.body());
    HttpResponse<String> reviewed = sign(report, "review", sven, Facility.PASSWORD);
    assertEquals(201, reviewed.statusCode(), reviewed.body());
    assertEquals(409, sign(report, "review", sven, Facility.PASSWORD).statusCode());
    assertEquals(403, sign(report, "approve", sven, Facility.PASSWORD).statusCode());
    HttpResponse<String> approved = sign(report, "approve", quinn, Facility.PASSWORD);
    assertEquals("APPROVED", Wire.member(approved.body(), "state"));
    HttpResponse<String> shown = send("GET", REPORTS + "/" + report, olga, "");
    assertEquals(approved.body(), shown.body());
    assertEquals(approved.headers().firstValue("ETag"), shown.headers().firstValue("ETag"));
    HttpResponse<String> list = send("GET", REPORTS + "?state=approved&kind=unit", olga, "");
    assertTrue(list.body().contains(report), list::body);
    List<String> lines =
        facility.audit(null, "report").stream()
            .filter(line -> report.equals(line.subject()))
            .map(AuditEntry::what)
            .toList();
    assertEquals(List.of("report.approve", "report.review", "report.make"), lines);

    byte[] pdf = document(report, "pdf", ReportForm.PDF);
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    byte[] csv = document(report, "csv", ReportForm.CSV);
    HttpResponse<String> note =
        send("GET", REPORTS + "/" + report + "/document?form=csv.sha256", olga, "");
    assertEquals(200, note.statusCode());
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
    assertTrue(note.body().endsWith("\n" + hash + "  " + report + ".csv\n"), note::body);
  }

  /// What is sent is what is stored, and says which SHA-256 it has.
  private byte[] document(String report, String form, ReportForm stored) throws Exception {
    String path = REPORTS + "/" + report + "/document?form=" + form;
    HttpResponse<byte[]> answer =
        facility.client().send(facility.request(path, olga).build(), BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(answer.body());
    assertEquals(
        "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":",
        answer.headers().firstValue("Repr-Digest").orElse(""));
    String tag = '"' + HexFormat.of().formatHex(hash) + '"';
    assertEquals(tag, answer.headers().firstValue("ETag").orElse(""));
    assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").endsWith("." + form));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    facility.signIn("olga", Facility.PASSWORD).reports().export(report, stored, bytes::writeBytes);
    assertArrayEquals(bytes.toByteArray(), answer.body());
    HttpResponse<String> again =
        facility.send(facility.request(path, olga).header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    return answer.body();
  }

  @Test
  void whoSignsSaysWhatTheySawAndOfTwoOneIsRefused() {
    String report = made(olga);
    String seen =
        send("GET", REPORTS + "/" + report, sven, "").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> other =
        facility.send(
            facility
                .request(REPORTS + "/" + report + "/signatures", sven)
                .header("If-Match", "\"other\"")
                .POST(
                    BodyPublishers.ofString(
                        "{\"step\":\"REVIEW\",\"password\":\"%s\"}".formatted(Facility.PASSWORD))));
    assertEquals(412, other.statusCode(), other.body());
    HttpResponse<String> same =
        facility.send(
            facility
                .request(REPORTS + "/" + report + "/signatures", sven)
                .header("If-Match", seen)
                .POST(
                    BodyPublishers.ofString(
                        "{\"step\":\"REVIEW\",\"password\":\"%s\"}".formatted(Facility.PASSWORD))));
    assertEquals(201, same.statusCode(), same.body());
    assertNotEquals(seen, same.headers().firstValue("ETag").orElse(""));
  }

  @Test
  void aCorrectionIsTheNextVersionAndADraftHasNone() {
    String report = made(olga);
    String corrections = REPORTS + "/" + report + "/corrections";
    HttpResponse<String> early = send("POST", corrections, olga, "{\"reason\":\"a typo\"}");
    assertEquals(409, early.statusCode(), early.body());
    assertEquals(201, sign(report, "review", sven, Facility.PASSWORD).statusCode());
    HttpResponse<String> taken = send("POST", corrections, olga, "{\"reason\":\"a typo\"}");
    assertEquals(report + ".2", madeBy(taken, olga));
    assertEquals(400, send("POST", corrections, olga, "{\"reason\":\" \"}").statusCode());
    assertEquals(
        404,
        send("POST", REPORTS + "/north-1999-000001/corrections", olga, "{\"reason\":\"x\"}")
            .statusCode());
  }

  @Test
  void theSameOrderSentTwiceIsOneReport() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> taken =
          facility.send(
              facility
                  .request(REPORTS, olga)
                  .header("Idempotency-Key", "once")
                  .POST(BodyPublishers.ofString(order("trip"))));
      assertEquals(202, taken.statusCode(), taken.body());
      madeBy(taken, olga);
    }
    String all = send("GET", REPORTS + "?kind=trip", olga, "").body();
    assertEquals(2, all.split("\"reportId\"", -1).length, all);
  }

  @Test
  void aJobBelongsToWhoeverAskedForIt() {
    HttpResponse<String> taken = send("POST", REPORTS, olga, order("handover"));
    String job = taken.headers().firstValue("Location").orElseThrow();
    assertEquals(404, send("GET", job, sven, "").statusCode());
    assertEquals(404, send("DELETE", job, sven, "").statusCode());
    madeBy(taken, olga);
    assertEquals(204, send("DELETE", job, olga, "").statusCode());
    assertEquals("made", Wire.member(send("GET", job, olga, "").body(), "state"));
    assertEquals(400, send("GET", job + "?wait=99", olga, "").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "unit, weekly, 400",
    "temp_north, nobody, 400",
    "\"north\", \"nowhere\", 400",
    "2026-11-23T10:00:00Z, 2026-11-23T11:00:00Z, 400",
    "2026-11-23T10:00:00Z, yesterday, 400",
    "2026-11-23T1, 2027-11-23T1, 400",
    "facilityId, facility, 400",
  })
  void anOrderThatMakesNoSenseIsRefusedAndUsesNoNumber(String right, String wrong, int status) {
    String before = send("GET", REPORTS, olga, "").body();
    HttpResponse<String> answer = send("POST", REPORTS, olga, order("unit").replace(right, wrong));
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(before, send("GET", REPORTS, olga, "").body());
  }

  @Test
  void anAuditExtractIsForThoseWhoMayReadTheAuditTrail() {
    HttpResponse<String> taken = send("POST", REPORTS, quinn, order("audit"));
    String report = madeBy(taken, quinn);
    String document = REPORTS + "/" + report + "/document";
    HttpResponse<String> refused = send("GET", document, olga, "");
    assertEquals(403, refused.statusCode());
    assertFalse(refused.headers().firstValue("Repr-Digest").isPresent());
    assertEquals(403, send("POST", REPORTS, olga, order("audit")).statusCode());
    assertEquals(200, facility.send("GET", document, quinn, "").statusCode());
  }
}
