package ai.cryox.backend.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What a caller shows: an access token for each request (a JWT, HS256, ten minutes), and a refresh
/// token for another one. Both say which sign-in they belong to, and whether that goes on is looked
/// up in memory; so a sign-in ends when it is ended, not when its tokens do. Thread-safe.
final class Tokens {
  /// So long an access token is good.
  static final Duration ACCESS_LIFE = Duration.ofMinutes(10);

  private static final String ISSUER = "cryox";
  private static final String SESSION = "sid";
  private static final String HMAC = "HmacSHA256";
  private static final Pattern REFRESH =
      Pattern.compile("cr1\\.([A-Za-z0-9_-]{24})\\.(\\d{1,9})\\.([A-Za-z0-9_-]{43})");

  private final TokenKey key;
  private volatile @Nullable Signing signing;

  Tokens(TokenKey key) {
    this.key = key;
  }

  private record Signing(JWSSigner signer, JWSVerifier verifier, SecretKeySpec refreshKey) {}

  /// What an access token says.
  ///
  /// @param sessionId which sign-in it belongs to, or `null` of a machine, which has none
  record Access(String userId, @Nullable String sessionId) {}

  /// What a refresh token says.
  record Refresh(String sessionId, int generation) {}

  /// A token for requests.
  ///
  /// @param sessionId or `null` for a machine
  String access(String userId, @Nullable String sessionId, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(ISSUER)
            .subject(userId)
            .claim(SESSION, sessionId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ACCESS_LIFE)))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(signing().signer());
    } catch (JOSEException impossible) {
      throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
    }
    return token.serialize();
  }

  /// What the token says, if we made it and it is still good.
  ///
  /// @return `null` if not
  @Nullable Access readAccess(String token, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(signing().verifier())) {
        return null;
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Date end = claims.getExpirationTime();
      String userId = claims.getSubject();
      return end == null
              || userId == null
              || !ISSUER.equals(claims.getIssuer())
              || !now.isBefore(end.toInstant())
          ? null
          : new Access(userId, claims.getStringClaim(SESSION));
    } catch (ParseException | JOSEException | IllegalStateException foreign) {
      return null;
    }
  }

  /// A token for another access token; the same for the same generation.
  String refresh(String sessionId, int generation) {
    String said = "cr1.%s.%d".formatted(sessionId, generation);
    return said + "." + seal(said);
  }

  /// What the token says, if we made it.
  ///
  /// @return `null` if not
  @Nullable Refresh readRefresh(String token) {
    Matcher parts = REFRESH.matcher(token);
    if (!parts.matches()) {
      return null;
    }
    String said = token.substring(0, parts.start(3) - 1);
    return MessageDigest.isEqual(
            seal(said).getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.US_ASCII))
        ? new Refresh(parts.group(1), Integer.parseInt(parts.group(2)))
        : null;
  }

  private String seal(String said) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(signing().refreshKey());
      byte[] seal = mac.doFinal(said.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
    }
  }

  private Signing signing() {
    Signing ready = signing;
    if (ready == null) {
      byte[] bytes = key.bytes();
      try {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(bytes, HMAC));
        byte[] forRefresh = mac.doFinal("refresh tokens".getBytes(StandardCharsets.US_ASCII));
        ready =
            new Signing(
                new MACSigner(bytes), new MACVerifier(bytes), new SecretKeySpec(forRefresh, HMAC));
      } catch (JOSEException | GeneralSecurityException impossible) {
        throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
      }
      signing = ready;
    }
    return ready;
  }
}
