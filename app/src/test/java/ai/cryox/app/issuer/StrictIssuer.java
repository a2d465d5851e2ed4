package ai.cryox.app.issuer;

import ai.cryox.connectors.oidc.OidcSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An issuer that takes nothing for granted: unknown clients, other places to answer to, missing
/// state, nonce or PKCE, used codes, wrong verifiers and used refresh tokens are refused. Its own
/// answers can be falsified.
final class StrictIssuer implements AutoCloseable {
  static final String CLIENT = "console";
  static final String API = "cryox";

  private final HttpServer server;
  private final ECKey key = freshKey();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  volatile String callsItself;
  volatile ECKey signsWith = key;
  volatile UnaryOperator<String> state = one -> one;
  volatile UnaryOperator<JWTClaimsSet.Builder> idClaims = one -> one;
  volatile String denies = "";
  volatile Duration ahead = Duration.ZERO;

  StrictIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    callsItself = address();
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", ex -> answer(ex, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  static ECKey freshKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Where answers may go, as it is registered.
  volatile String redirect = "http://127\\.0\\.0\\.1:\\d+/callback";

  OidcSettings settings() {
    return new OidcSettings(URI.create(address()), CLIENT, API, "openid offline_access", List.of());
  }

  private void discovery(HttpExchange ex) throws IOException {
    answer(
        ex,
        200,
        JSONObjectUtils.toJSONString(
            Map.of(
                "issuer", callsItself,
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys",
                "code_challenge_methods_supported", List.of("S256"))));
  }

  /// Somebody who is signed in at the issuer already says yes at once.
  private void authorize(HttpExchange ex) throws IOException {
    Map<String, String> asked = form(ex.getRequestURI().getRawQuery());
    String to = asked.getOrDefault("redirect_uri", "");
    boolean good =
        CLIENT.equals(asked.get("client_id"))
            && to.matches(redirect)
            && "code".equals(asked.get("response_type"))
            && asked.getOrDefault("scope", "").contains("openid")
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.getOrDefault("code_challenge", "").matches("[\\w-]{43}")
            && asked.getOrDefault("state", "").length() >= 32
            && asked.getOrDefault("nonce", "").length() >= 32;
    if (!good) {
      answer(ex, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    String back = "state=" + encode(state.apply(asked.getOrDefault("state", "")));
    if (denies.isEmpty()) {
      String code = "code-" + count.incrementAndGet();
      codes.put(code, asked);
      back += "&code=" + code + "&iss=" + encode(address());
    } else {
      back += "&error=access_denied&error_description=" + encode(denies);
    }
    ex.getResponseHeaders().set("Location", to + "?" + back);
    ex.sendResponseHeaders(302, -1);
    ex.close();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void token(HttpExchange ex) throws IOException {
    Map<String, String> asked =
        form(new String(ex.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean first = "authorization_code".equals(asked.get("grant_type"));
    String nonce = first ? takeCode(asked) : takeRefresh(asked);
    if (nonce == null || !CLIENT.equals(asked.get("client_id"))) {
      answer(
          ex, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"This was not yours.\"}");
      return;
    }
    answer(ex, 200, JSONObjectUtils.toJSONString(tokens(nonce)));
  }

  private @Nullable String takeCode(Map<String, String> asked) {
    Map<String, String> question = codes.remove(asked.getOrDefault("code", ""));
    return question != null
            && question.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
            && question
                .getOrDefault("code_challenge", "")
                .equals(hash(asked.getOrDefault("code_verifier", ""), 32))
        ? question.get("nonce")
        : null;
  }

  private @Nullable String takeRefresh(Map<String, String> asked) {
    return refreshTokens.remove(asked.getOrDefault("refresh_token", ""));
  }

  private Map<String, Object> tokens(String nonce) {
    Instant now = Instant.now().plus(ahead);
    JWTClaimsSet.Builder access =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .subject("7f3a")
            .audience(API)
            .claim("name", "Kim Ode")
            .claim("roles", List.of("shift"))
            .claim("jti", "t" + count.incrementAndGet())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    String accessToken = sign(key, access.build());
    JWTClaimsSet.Builder id =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .subject("7f3a")
            .audience(CLIENT)
            .claim("nonce", nonce)
            .claim("at_hash", hash(accessToken, 16))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    String refresh = "refresh-" + count.incrementAndGet();
    refreshTokens.put(refresh, nonce);
    return Map.of(
        "token_type",
        "Bearer",
        "expires_in",
        300,
        "access_token",
        accessToken,
        "id_token",
        sign(signsWith, idClaims.apply(id).build()),
        "refresh_token",
        refresh);
  }

  private static String sign(ECKey with, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
      token.sign(new ECDSASigner(with));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> all = new HashMap<>();
    for (String part : String.valueOf(text).split("&")) {
      String[] pair = part.split("=", 2);
      all.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  private static void answer(HttpExchange ex, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    ex.getResponseHeaders().set("Content-Type", "application/json");
    ex.sendResponseHeaders(status, body.length);
    ex.getResponseBody().write(body);
    ex.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
