package ai.cryox.backend.api;

import static ai.cryox.backend.people.Facility.PASSWORD;
import static ai.cryox.backend.people.Wire.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.backend.people.Wire;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRoutesTest {
  private static final String ME = "/api/v1/me";

  @TempDir Path folder;

  private Facility facility;
  private Session administrator;

  @BeforeEach
  void start() {
    facility = new Facility(folder);
    administrator = facility.administrator();
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  private int me(String token) {
    return facility.send("GET", ME, token, "").statusCode();
  }

  private HttpResponse<String> refresh(String token) {
    return facility.send(
        "POST", "/api/v1/session/refresh", null, "{\"refreshToken\":\"%s\"}".formatted(token));
  }

  private HttpResponse<String> signIn() {
    return Wire.session(facility, Facility.ADMIN, PASSWORD);
  }

  @Test
  void aTokenSaysWhoOneIsAndIsGoodForTenMinutes() {
    String token = member(signIn().body(), "accessToken");
    String me = facility.send("GET", ME, token, "").body();
    assertEquals("Dana Voss", member(me, "name"));
    assertTrue(me.contains("\"roles\":[{\"role\":\"administrator\",\"facilityId\":\"*\"}]"), me);
    assertTrue(me.contains("\"MANAGE_PEOPLE\""), me);
    assertFalse(me.contains("\"ACKNOWLEDGE\""), me);
    facility.pass(Duration.ofMinutes(10).minusSeconds(1));
    assertEquals(200, me(token));
    facility.pass(Duration.ofSeconds(1));
    assertEquals(401, me(token));
  }

  @Test
  void aRefreshTokenIsGoodOnceAndASecondUseEndsTheSignIn() {
    String body = signIn().body();
    String first = member(body, "refreshToken");
    String second = member(refresh(first).body(), "refreshToken");
    String lost = member(refresh(first).body(), "refreshToken");
    assertEquals(second, lost, "the answer got lost, and is given again");
    facility.pass(Duration.ofSeconds(30));
    HttpResponse<String> renewed = refresh(second);
    String access = member(renewed.body(), "accessToken");
    assertEquals(200, me(access));

    HttpResponse<String> reused = refresh(first);
    assertEquals(401, reused.statusCode());
    assertEquals("BAD_TOKEN", member(reused.body(), "reason"));
    assertEquals(401, me(access), "of a thief or not: both are out");
    assertEquals(401, refresh(member(renewed.body(), "refreshToken")).statusCode());
    assertEquals(1, facility.audit("u1", "session.reuse").size());
  }

  @Test
  void aSignInGoesOnOverARestart() {
    String refresh = member(signIn().body(), "refreshToken");
    facility.restart();
    HttpResponse<String> renewed = refresh(refresh);
    assertEquals(200, renewed.statusCode(), renewed.body());
    assertEquals(200, me(member(renewed.body(), "accessToken")));
  }

  @Test
  void aSignInThatNobodyRenewsIsOverAfterTwelveHours() {
    String refresh = member(signIn().body(), "refreshToken");
    facility.pass(Duration.ofHours(12).minusSeconds(1));
    String next = member(refresh(refresh).body(), "refreshToken");
    facility.pass(Duration.ofHours(12));
    assertEquals(401, refresh(next).statusCode());
  }

  @Test
  void whoSignsOutIsOutAtOnce() {
    String body = signIn().body();
    String token = member(body, "accessToken");
    assertEquals(204, facility.send("DELETE", "/api/v1/session", token, "").statusCode());
    assertEquals(401, me(token));
    assertEquals(401, refresh(member(body, "refreshToken")).statusCode());
    assertEquals(204, facility.send("DELETE", "/api/v1/session", token, "").statusCode());
  }

  @Test
  void wrongNamesAndPasswordsGetOneAnswerAndAWeakNewOneASentence() {
    HttpResponse<String> wrong = Wire.session(facility, Facility.ADMIN, "not the password");
    HttpResponse<String> nobody = Wire.session(facility, "nobody", "not the password");
    assertEquals(401, wrong.statusCode());
    assertEquals("WRONG", member(wrong.body(), "reason"));
    assertEquals(member(wrong.body(), "detail"), member(nobody.body(), "detail"));

    facility.add(administrator, "bob", Grants.everywhere(Role.OPERATOR));
    HttpResponse<String> due = Wire.session(facility, "bob", "first-word-77x");
    assertEquals("PASSWORD_CHANGE_DUE", member(due.body(), "reason"));
    String change =
        "{\"signInName\":\"bob\",\"password\":\"first-word-77x\",\"newPassword\":\"%s\"}";
    HttpResponse<String> weak =
        facility.send("POST", "/api/v1/session", null, change.formatted("password1234"));
    assertEquals(400, weak.statusCode(), weak.body());
    HttpResponse<String> good =
        facility.send("POST", "/api/v1/session", null, change.formatted(PASSWORD));
    assertEquals(201, good.statusCode(), good.body());
  }

  @Test
  void peopleChangeTheirOwnPassword() {
    String token = member(signIn().body(), "accessToken");
    HttpResponse<String> changed =
        facility.send(
            "PUT",
            ME + "/password",
            token,
            "{\"oldPassword\":\"%s\",\"newPassword\":\"opal-garden-25\"}".formatted(PASSWORD));
    assertEquals(204, changed.statusCode(), changed.body());
    assertEquals(401, signIn().statusCode());
    assertEquals(201, Wire.session(facility, Facility.ADMIN, "opal-garden-25").statusCode());
  }

  @Test
  void accountsAreMadeAndChangedOverTheApi() {
    String token = member(signIn().body(), "accessToken");
    HttpResponse<String> made =
        facility.send(
            "POST",
            "/api/v1/people",
            token,
            """
            {"signInName":"bob","name":"Robin","password":"first-word-77x","why":"new here",
             "roles":[{"role":"operator","facilityId":"north"}]}\
            """);
    assertEquals(201, made.statusCode(), made.body());
    String bob = "/api/v1/people/" + member(made.body(), "userId");
    assertTrue(made.body().contains("\"mustChangePassword\":true"), made.body());
    HttpResponse<String> changed =
        facility.send("PUT", bob, token, "{\"name\":\"Robin\",\"roles\":[{\"role\":\"auditor\"}]}");
    assertTrue(changed.body().contains("\"role\":\"auditor\",\"facilityId\":\"*\""));
    assertEquals("DISABLED", state(facility.send("POST", bob + "/disable", token, "{}")));
    assertEquals("ACTIVE", state(facility.send("POST", bob + "/enable", token, "{}")));
    assertEquals(400, facility.send("POST", "/api/v1/people/u1/disable", token, "{}").statusCode());
    assertEquals(
        400,
        facility
            .send("PUT", bob, token, "{\"name\":\"R\",\"roles\":[{\"role\":\"janitor\"}]}")
            .statusCode());
    facility.pass(Duration.ofSeconds(1));
    String line =
        facility
            .send("GET", "/api/v1/audit?startTime=2026-01-01T00:00:00Z", tokenOfAuditor(), "")
            .body();
    assertTrue(line.contains("\"why\":\"new here\""), line);
    assertTrue(line.contains("\"address\":\"127.0.0.1\""), line);
    assertTrue(line.contains("\"after\":\"Robin (bob), auditor\""), line);
  }

  private String tokenOfAuditor() {
    facility.person(administrator, "ivy", Grants.everywhere(Role.AUDITOR));
    return Wire.signIn(facility, "ivy");
  }

  private static String state(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return member(answer.body(), "state");
  }

  @Test
  void aTokenOfAnotherMakerOrAlgorithmIsRefused() {
    String token = member(signIn().body(), "accessToken");
    String[] parts = token.split("\\.");
    String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String other = parts[0] + "." + base64(claims.replace("u1", "u2")) + "." + parts[2];
    for (String forged : List.of(none, other, parts[0] + "." + parts[1] + "." + "AAAA")) {
      assertEquals(401, me(forged), forged);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    Session bob = facility.person(administrator, "bob", Grants.everywhere(Role.OPERATOR));
    String token = Wire.signIn(facility, "bob");
    assertEquals(200, me(token));
    administrator.people().disable(bob.who().userId(), "left");
    assertEquals(401, me(token));
  }

  @Test
  void aProgramGetsATokenForItsSecret() {
    Map<String, String> made =
        facility
            .call(
                "user/add-machine",
                Map.of("signInName", "erp", "name", "Warehouse ERP", "roles", "watcher@north"))
            .getFirst();
    String secret = made.getOrDefault("secret", "");
    HttpResponse<String> answer = token("erp", secret);
    assertEquals(200, answer.statusCode(), answer.body());
    String token = member(answer.body(), "access_token");
    assertEquals("Warehouse ERP", member(facility.send("GET", ME, token, "").body(), "name"));
    String devices = facility.send("GET", "/api/v1/devices", token, "").body();
    assertTrue(devices.contains("temp_north") && !devices.contains("temp_south"), devices);

    for (HttpResponse<String> refused :
        List.of(token("erp", "wrong"), token("nobody", secret), token("ada", PASSWORD))) {
      assertEquals(401, refused.statusCode());
      assertEquals("invalid_client", member(refused.body(), "error"));
    }
    facility.call("user/secret", Map.of("signInName", "erp"));
    assertEquals(401, token("erp", secret).statusCode());
    facility.call("user/disable", Map.of("signInName", "erp"));
    assertEquals(403, me(token));
  }

  private HttpResponse<String> token(String clientId, String secret) {
    HttpRequest.Builder request =
        facility
            .request("/oauth2/token", null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    return facility.send(request);
  }
}
