package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tokens of a real little issuer over HTTP, shown to a real server.
class IssuedTokensTest {
  @TempDir Path folder;

  private Facility facility;
  private TestIssuer issuer;

  @BeforeEach
  void start() throws IOException {
    facility = new Facility(folder);
    facility.administrator();
    issuer = new TestIssuer();
    add(issuer.address(), "operator@north");
  }

  private void add(String address, String roles) {
    facility.call(
        "issuer/add",
        Map.of(
            "issuer",
            address,
            "audience",
            TestIssuer.AUDIENCE,
            "claim",
            "realm_access.roles",
            "value.shift",
            roles));
  }

  @AfterEach
  void stop() {
    issuer.close();
    facility.close();
  }

  private HttpResponse<String> me(String token) {
    return facility.send("GET", "/api/v1/me", token, "");
  }

  private void refused(String token) {
    HttpResponse<String> answer = me(token);
    assertEquals(401, answer.statusCode(), answer.body());
    assertEquals("BAD_TOKEN", Wire.member(answer.body(), "reason"));
  }

  private String with(UnaryOperator<JWTClaimsSet.Builder> change) {
    return issuer.token(facility.instant(), change);
  }

  @Test
  void whomAnIssuerVouchesForHasTheRolesThatItsClaimsGive() {
    String me = me(issuer.token(facility.instant())).body();
    assertEquals("Kim Ode", Wire.member(me, "name"));
    assertEquals(issuer.address() + "#7f3a", Wire.member(me, "userId"));
    assertTrue(me.contains("[{\"role\":\"operator\",\"facilityId\":\"north\"}]"), me);
    String devices =
        facility.send("GET", "/api/v1/devices", issuer.token(facility.instant()), "").body();
    assertTrue(devices.contains("temp_north") && !devices.contains("temp_south"), devices);
    assertEquals(1, issuer.keyFetches());
  }

  @Test
  void whatIsNotExactlyRightIsRefused() throws JOSEException {
    Date past = Date.from(facility.instant().minusSeconds(61));
    refused(with(claims -> claims.expirationTime(past)));
    refused(with(claims -> claims.expirationTime(null)));
    refused(with(claims -> claims.notBeforeTime(Date.from(facility.instant().plusSeconds(61)))));
    refused(with(claims -> claims.audience("other")));
    refused(with(claims -> claims.audience((String) null)));
    refused(with(claims -> claims.subject(null)));
    refused(with(claims -> claims.issuer(issuer.address() + "/")));
    refused(with(claims -> claims.claim("realm_access", Map.of("roles", List.of("guest")))));
    refused(with(claims -> claims.claim("realm_access", null)));

    JWTClaimsSet claims = issuer.claims(facility.instant(), same -> same);
    refused(TestIssuer.sign(TestIssuer.freshKey("one"), claims));
    refused(new PlainJWT(claims).serialize());
    SignedJWT symmetric =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
    symmetric.sign(new MACSigner(issuer.key().toPublicJWK().toJSONString()));
    refused(symmetric.serialize());
  }

  @Test
  void aKeyThatIsNewIsFetched() {
    assertEquals(200, me(issuer.token(facility.instant())).statusCode());
    issuer.rotate("two");
    assertEquals(200, me(issuer.token(facility.instant())).statusCode());
    assertEquals(2, issuer.keyFetches());
  }

  @Test
  void keysThatNobodyHasDoNotMakeUsAskAllTheTime() {
    JWTClaimsSet claims = issuer.claims(facility.instant(), same -> same);
    for (int i = 0; i < 20; i++) {
      refused(TestIssuer.sign(TestIssuer.freshKey("forged" + i), claims));
    }
    assertTrue(issuer.keyFetches() <= 3, "asked " + issuer.keyFetches() + " times");
  }

  @Test
  void aTokenThatRunsOutEndsWhatIsUnderWay() {
    String token = issuer.token(facility.instant());
    Session session = facility.signIn(new SignIn.Token(token));
    assertFalse(session.live().latest().devices().isEmpty());
    facility.pass(Duration.ofMinutes(6).plusSeconds(1));
    assertTrue(session.live().latest().devices().isEmpty());
    refused(token);
  }

  @Test
  void anIssuerThatCallsItselfSomethingElseIsNotTrusted() {
    issuer.callItself("https://login.example.com");
    HttpResponse<String> answer = me(issuer.token(facility.instant()));
    assertEquals(503, answer.statusCode(), answer.body());
  }

  @Test
  void whoIsNotKnownAnyMoreVouchesForNobody() {
    assertEquals(200, me(issuer.token(facility.instant())).statusCode());
    facility.call("issuer/remove", Map.of("issuer", issuer.address()));
    refused(issuer.token(facility.instant()));
    facility.restart();
    assertTrue(facility.call("issuer/list", Map.of()).isEmpty());
    assertEquals(
        List.of("issuer.remove", "issuer.add"),
        facility.audit("owner:Ben", "issuer").stream().map(line -> line.what()).toList());
  }

  @Test
  void issuersAreKeptOverARestart() {
    facility.restart();
    assertEquals(
        "shift = operator@north", facility.call("issuer/list", Map.of()).getFirst().get("roles"));
    assertEquals(200, me(issuer.token(facility.instant())).statusCode());
  }

  @Test
  void onlyHttpsIsTakenFromElsewhere() {
    assertThrows(IllegalArgumentException.class, () -> add("http://login.example.com", "operator"));
    assertThrows(IllegalArgumentException.class, () -> add("nonsense", "operator"));
  }
}
