package ai.cryox.app.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.oidc.BrowserSignIn;
import ai.cryox.connectors.oidc.OidcSettings;
import ai.cryox.connectors.oidc.RedirectAddress;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.SignInRefusedException;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserSignInTest {
  private final OkHttpClient browser = new OkHttpClient();
  private final List<String> pages = new ArrayList<>();
  private StrictIssuer issuer;

  @BeforeEach
  void open() throws IOException {
    issuer = new StrictIssuer();
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  /// Goes where a browser would, through all redirects.
  private void visit(String address) {
    try (Response page = browser.newCall(new Request.Builder().url(address).build()).execute()) {
      pages.add(page.code() + " " + page.body().string());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Passport signIn(UnaryOperator<String> address) {
    return new BrowserSignIn(issuer.settings(), InstantSource.system())
        .signIn(uri -> visit(address.apply(uri.toString())), () -> false);
  }

  private Passport signIn() {
    return signIn(one -> one);
  }

  private void refused(String words) {
    SignInRefusedException refused =
        assertThrows(SignInRefusedException.class, this::signIn, words);
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::toString);
  }

  @Test
  void whoSignsInInTheBrowserGetsATokenForTheBackend() throws Exception {
    Passport passport = signIn();
    SignedJWT token = SignedJWT.parse(passport.token());
    assertEquals(List.of(StrictIssuer.API), token.getJWTClaimsSet().getAudience());
    assertTrue(pages.getFirst().startsWith("200"), pages::toString);
    assertTrue(pages.getFirst().contains("close this page"), pages::toString);
  }

  @Test
  void aTokenIsRenewedAndTheRefreshTokenIsNeverShownTwice() {
    Passport passport = signIn();
    String first = passport.token();
    assertTrue(passport.renew());
    String second = passport.token();
    assertNotEquals(first, second);
    assertTrue(passport.renew());
    assertNotEquals(second, passport.token());
  }

  @Test
  void aStolenCodeIsWorthNothingWithoutTheVerifier() {
    // Whoever stands between puts their own challenge in.
    SignInRefusedException refused =
        assertThrows(
            SignInRefusedException.class,
            () ->
                signIn(address ->
                    address.replaceAll(
                        "code_challenge=[^&]+", "code_challenge=" + "A".repeat(43))));
    assertTrue(String.valueOf(refused.getMessage()).contains("This was not yours"));
  }

  @Test
  void anAnswerToAnotherPlaceIsRefusedByTheIssuer() {
    List<String> refusals = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () ->
            new BrowserSignIn(issuer.settings(), InstantSource.system())
                .signIn(
                    uri -> {
                      visit(
                          uri.toString()
                              .replaceAll(
                                  "redirect_uri=[^&]+",
                                  "redirect_uri=http%3A%2F%2Fevil.example%2Fcallback"));
                      refusals.addAll(pages);
                    },
                    () -> !refusals.isEmpty()));
    assertTrue(refusals.getFirst().startsWith("400"), refusals::toString);
  }

  @Test
  void theAnswerComesToTheAddressThatIsRegistered() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      issuer.redirect = "http://localhost:%d/signed/in".formatted(port);
      List<RedirectAddress> redirects =
          List.of(
              RedirectAddress.parse("http://127.0.0.1:%d/callback".formatted(taken.getLocalPort())),
              RedirectAddress.parse(issuer.redirect));
      OidcSettings usual = issuer.settings();
      OidcSettings registered =
          new OidcSettings(
              usual.issuer(), usual.clientId(), usual.audience(), usual.scope(), redirects);
      Passport passport =
          new BrowserSignIn(registered, InstantSource.system())
              .signIn(uri -> visit(uri.toString()), () -> false);
      assertFalse(passport.token().isEmpty());
      BackendException full =
          assertThrows(
              BackendException.class,
              () ->
                  new BrowserSignIn(
                          new OidcSettings(
                              usual.issuer(),
                              usual.clientId(),
                              usual.audience(),
                              usual.scope(),
                              redirects.subList(0, 1)),
                          InstantSource.system())
                      .signIn(uri -> visit(uri.toString()), () -> false));
      assertTrue(
          String.valueOf(full.getMessage()).contains(":" + taken.getLocalPort()), full::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:8765/callback",
        "http://evil.example/callback",
        "http://0.0.0.0:8765/callback",
        "http://127.0.0.1:70000/callback",
        "http://me@localhost/callback",
        "http://localhost/callback?code=1",
        "http://localhost/callback#here",
        "localhost:8765",
        "not an address",
        ""
      })
  void answersGoToThisMachineOnly(String address) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RedirectAddress.parse(address));
    assertTrue(String.valueOf(refused.getMessage()).contains("registered"), refused::toString);
  }

  @Test
  void anotherStateIsRefused() {
    issuer.state = one -> one + "x";
    refused("(state)");
  }

  @Test
  void anotherNonceIsRefused() {
    issuer.idClaims = claims -> claims.claim("nonce", "another");
    refused("(nonce)");
  }

  @Test
  void anotherIssuerInTheTokenIsRefused() {
    issuer.idClaims = claims -> claims.issuer("https://evil.example");
    refused("another issuer made it");
  }

  @Test
  void anExpiredTokenIsRefused() {
    issuer.idClaims =
        claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))));
    refused("expired");
  }

  @Test
  void aTokenForAnotherProgramIsRefused() {
    issuer.idClaims = claims -> claims.audience("other");
    refused("meant for another program");
    issuer.idClaims = claims -> claims.audience(List.of(StrictIssuer.CLIENT, "other"));
    refused("given to another program");
  }

  @Test
  void aTokenThatTheIssuerDidNotSignIsRefused() {
    issuer.signsWith = StrictIssuer.freshKey();
    refused("did not sign it");
  }

  @Test
  void anAccessTokenFromElsewhereIsRefused() {
    issuer.idClaims = claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
    refused("access token is another one");
  }

  @Test
  void anIssuerThatCallsItselfDifferentlyIsNotBelieved() {
    issuer.callsItself = "https://evil.example";
    BackendException refused = assertThrows(BackendException.class, this::signIn);
    assertTrue(String.valueOf(refused.getMessage()).contains("cannot be trusted"));
  }

  @Test
  void whomTheIssuerDoesNotLetInReadsWhy() {
    issuer.denies = "Your account is closed.";
    refused("Your account is closed.");
  }

  @Test
  void whoChangesTheirMindWaitsNoLongerAndThePortIsFreeAgain() {
    List<URI> shown = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () ->
            new BrowserSignIn(issuer.settings(), InstantSource.system())
                .signIn(shown::add, () -> !shown.isEmpty()));
    String back = shown.getFirst().toString().replaceAll(".*redirect_uri=([^&]+).*", "$1");
    String address = back.replace("%3A", ":").replace("%2F", "/");
    assertThrows(UncheckedIOException.class, () -> visit(address));
  }

  @Test
  void nonsenseAtTheLocalPortIsNotTakenForAnAnswer() {
    Passport passport =
        signIn(address -> {
          String back =
              address
                  .replaceAll(".*redirect_uri=([^&]+).*", "$1")
                  .replace("%3A", ":")
                  .replace("%2F", "/");
          visit(back);
          visit(back.replace("callback", "favicon.ico") + "?state=x");
          return address;
        });
    assertFalse(passport.token().isEmpty());
    assertTrue(pages.get(0).startsWith("404") && pages.get(1).startsWith("404"), pages::toString);
  }
}
