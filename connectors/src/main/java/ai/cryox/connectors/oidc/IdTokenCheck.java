package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an ID token is what we asked for (OpenID Connect Core, 3.1.3.7).
final class IdTokenCheck {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final OidcSettings settings;
  private final JWKSet keys;

  /// @param keys of the issuer
  IdTokenCheck(OidcSettings settings, JWKSet keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /// @param nonce that we sent along; `null` when tokens are renewed
  /// @return whose it is
  /// @throws SignInRefusedException if it is not, with a sentence that says why
  String subject(String token, String accessToken, @Nullable String nonce, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      requireSignature(jwt);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      requireOurs(claims);
      requireTime(claims, now);
      if (nonce != null && !nonce.equals(claims.getStringClaim("nonce"))) {
        throw refused("it answers another question than ours (nonce)");
      }
      requireTogether(jwt.getHeader().getAlgorithm(), claims, accessToken);
      String subject = claims.getSubject();
      if (subject == null || subject.isEmpty()) {
        throw refused("it names nobody");
      }
      return subject;
    } catch (ParseException | JOSEException broken) {
      throw refused("it cannot be read");
    }
  }

  private void requireSignature(SignedJWT jwt) throws JOSEException {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
      throw refused("it is not signed with a key of the issuer's own");
    }
    List<JWK> fitting = new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())).select(keys);
    for (JWK key : fitting) {
      if (key instanceof AsymmetricJWK asymmetric) {
        JWSVerifier verifier =
            new DefaultJWSVerifierFactory()
                .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
        if (jwt.verify(verifier)) {
          return;
        }
      }
    }
    throw refused("the issuer did not sign it");
  }

  private void requireOurs(JWTClaimsSet claims) throws ParseException {
    if (!settings.issuer().toString().equals(claims.getIssuer())) {
      throw refused("another issuer made it");
    }
    List<String> audience = claims.getAudience();
    if (!audience.contains(settings.clientId())) {
      throw refused("it is meant for another program");
    }
    String authorized = claims.getStringClaim("azp");
    if (authorized == null ? audience.size() > 1 : !authorized.equals(settings.clientId())) {
      throw refused("it was given to another program");
    }
  }

  private static void requireTime(JWTClaimsSet claims, Instant now) {
    Date end = claims.getExpirationTime();
    Date made = claims.getIssueTime();
    if (end == null || !now.isBefore(end.toInstant().plus(SKEW))) {
      throw refused("it has expired, or the clock of this machine is wrong");
    }
    if (made == null || made.toInstant().isAfter(now.plus(SKEW))) {
      throw refused("it comes from the future, so the clock of this machine is wrong");
    }
  }

  /// Whether the access token beside it is the one that it came with.
  private static void requireTogether(
      JWSAlgorithm algorithm, JWTClaimsSet claims, String accessToken) throws ParseException {
    String said = claims.getStringClaim("at_hash");
    if (said == null) {
      return;
    }
    String name = algorithm.getName();
    if (!name.matches("[A-Z]{2}(256|384|512)")) {
      throw refused("its access token cannot be checked");
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-" + name.substring(2))
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      String half =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOf(hash, hash.length / 2));
      if (!half.equals(said)) {
        throw refused("its access token is another one");
      }
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-2", impossible);
    }
  }

  private static SignInRefusedException refused(String why) {
    return new SignInRefusedException(
        Reason.BAD_TOKEN, "The issuer's answer is not taken: %s. Sign in again.".formatted(why));
  }
}
