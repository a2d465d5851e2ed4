package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Lets somebody sign in at an issuer in the system's browser. One object, one sign-in. What the
/// issuer gives is kept in memory only.
public final class BrowserSignIn {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 100;

  private final OidcSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// @param settings how we are known there
  public BrowserSignIn(OidcSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Waits until somebody has signed in, at most five minutes. Blocks.
  ///
  /// @param open shows people the address at which they sign in
  /// @param cancelled whether nobody wants it any more
  /// @throws SignInRefusedException if the issuer refuses, or its answer is not to be trusted
  /// @throws BackendException if it does not answer, or nobody signed in
  /// @throws CancellationException if it was cancelled
  public Passport signIn(Consumer<URI> open, BooleanSupplier cancelled) {
    OidcHttp http = new OidcHttp();
    Provider provider = Provider.of(settings, http);
    Pkce pkce = Pkce.make(random);
    String state = Pkce.secret(random);
    String nonce = Pkce.secret(random);
    try (Loopback loopback = Loopback.open(settings.redirects())) {
      open.accept(question(provider, loopback.address(), pkce, state, nonce));
      String code = code(await(loopback.answer(), cancelled), state);
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "authorization_code");
      form.put("code", code);
      form.put("redirect_uri", loopback.address());
      form.put("client_id", settings.clientId());
      form.put("code_verifier", pkce.verifier());
      Tokens tokens = Tokens.of(settings, http.post(provider.token(), form));
      String subject =
          new IdTokenCheck(settings, keys(http, provider))
              .subject(tokens.idToken(), tokens.accessToken(), nonce, clock.instant());
      return new IssuedPassport(settings, provider, http, clock, subject, tokens);
    }
  }

  static JWKSet keys(OidcHttp http, Provider provider) {
    try {
      return JWKSet.parse(JSONObjectUtils.toJSONString(http.get(provider.keys())));
    } catch (ParseException nonsense) {
      throw new BackendException(
          "%s gives no keys to check its answers with.".formatted(provider.keys().getHost()),
          nonsense);
    }
  }

  private URI question(Provider provider, String answerTo, Pkce pkce, String state, String nonce) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", settings.clientId());
    asked.put("redirect_uri", answerTo);
    asked.put("scope", settings.scope());
    asked.put("state", state);
    asked.put("nonce", nonce);
    asked.put("code_challenge", pkce.challenge());
    asked.put("code_challenge_method", "S256");
    String query =
        asked.entrySet().stream()
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String base = provider.authorize().toString();
    return URI.create(base + (base.contains("?") ? "&" : "?") + query);
  }

  private static Map<String, String> await(
      CompletableFuture<Map<String, String>> answer, BooleanSupplier cancelled) {
    try {
      for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK_MILLIS) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("Nobody wants to sign in any more.");
        }
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          // Somebody is still typing.
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Nobody waits for the sign-in any more.");
    } catch (ExecutionException impossible) {
      throw new AssertionError("an answer is never an exception", impossible);
    }
    throw new BackendException("Nobody signed in within five minutes. Try again.");
  }

  private String code(Map<String, String> answer, String state) {
    if (!state.equals(answer.get("state"))) {
      throw new SignInRefusedException(
          Reason.BAD_TOKEN,
          "The browser brought an answer to another question (state). Sign in again.");
    }
    String issuer = answer.get("iss");
    if (issuer != null && !issuer.equals(settings.issuer().toString())) {
      throw new SignInRefusedException(Reason.BAD_TOKEN, "Another issuer answered. Sign in again.");
    }
    String code = answer.get("code");
    if (code == null || code.isEmpty()) {
      String why = answer.getOrDefault("error_description", answer.getOrDefault("error", ""));
      throw new SignInRefusedException(
          Reason.NOT_ALLOWED,
          "%s did not let you in%s."
              .formatted(
                  settings.issuer().getHost(), why.isBlank() ? "" : ": " + Words.shown(why)));
    }
    return code;
  }
}
