package ai.cryox.backend.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// A little OpenID Connect issuer over HTTP: discovery, keys that can be changed, tokens.
final class TestIssuer implements AutoCloseable {
  static final String AUDIENCE = "cryox";

  private final HttpServer server;
  private final AtomicInteger keyFetches = new AtomicInteger();
  private volatile ECKey key = freshKey("one");
  private volatile String calls;

  TestIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    calls = address();
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(calls, address())));
    server.createContext(
        "/keys",
        exchange -> {
          keyFetches.incrementAndGet();
          answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// It gives itself another name.
  void callItself(String other) {
    calls = other;
  }

  int keyFetches() {
    return keyFetches.get();
  }

  /// It signs with another key from now on.
  void rotate(String keyId) {
    key = freshKey(keyId);
  }

  static ECKey freshKey(String keyId) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// A token that is as it should be, of somebody on shift.
  String token(Instant now) {
    return token(now, claims -> claims);
  }

  /// A token with something changed.
  String token(Instant now, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(key, claims(now, change));
  }

  JWTClaimsSet claims(Instant now, UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(List.of("other", AUDIENCE))
                .subject("7f3a")
                .claim("name", "Kim Ode")
                .claim("realm_access", Map.of("roles", List.of("shift", "unmapped")))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300))))
        .build();
  }

  static String sign(ECKey with, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(with.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(with));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  ECKey key() {
    return key;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
