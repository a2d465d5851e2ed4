package ai.cryox.backend.people;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.SignedIn;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Access tokens that OpenID Connect issuers made: taken if the issuer is known, the token is meant
/// for us, it is not over, and its signature is by one of the issuer's own keys and algorithms that
/// are good enough. Thread-safe.
final class IssuedTokens {
  /// Asymmetric ones only: a shared secret proves nothing about who signed.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

  private static final int CLOCK_SKEW_SECONDS = 60;

  private final Supplier<List<Issuer>> issuers;
  private final InstantSource clock;
  private final IssuerKeys keys = new IssuerKeys();

  /// @param issuers those that are known now
  IssuedTokens(Supplier<List<Issuer>> issuers, InstantSource clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  /// Somebody for whom an issuer vouches.
  ///
  /// @param until from when on it does not any more
  record Vouched(SignedIn who, Instant until) {}

  /// Who shows this token.
  ///
  /// @return `null` if it is not valid, with nothing said about why
  /// @throws BackendException if the issuer's keys cannot be had
  @Nullable Vouched read(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      String claimed = jwt.getJWTClaimsSet().getIssuer();
      Issuer issuer =
          issuers.get().stream()
              .filter(one -> one.address().equals(claimed))
              .findFirst()
              .orElse(null);
      return issuer == null ? null : vouched(issuer, processor(issuer).process(jwt, null));
    } catch (ParseException | BadJOSEException refused) {
      return null;
    } catch (RateLimitReachedException forged) {
      // Its key is not among those that were fetched a moment ago.
      return null;
    } catch (JOSEException unreachable) {
      throw new BackendException(
          "The keys that this sign-in is checked with cannot be had now. Try again.", unreachable);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(Issuer issuer) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(TYPES.stream().toArray(JOSEObjectType[]::new)) {
          @Override
          public void verify(@Nullable JOSEObjectType type, @Nullable SecurityContext context)
              throws BadJOSEException {
            if (type != null) {
              super.verify(type, context);
            }
          }
        });
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.of(issuer)));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            issuer.audience(),
            new JWTClaimsSet.Builder().issuer(issuer.address()).build(),
            Set.of("sub", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static @Nullable Vouched vouched(Issuer issuer, JWTClaimsSet claims)
      throws ParseException {
    List<String> values = values(issuer.claim(), claims.getClaims());
    SignedIn who =
        new SignedIn(
            issuer.address() + "#" + claims.getSubject(), name(claims), issuer.grants(values));
    Date end = claims.getExpirationTime();
    return who.grants().all().isEmpty()
        ? null
        : new Vouched(who, end.toInstant().plusSeconds(CLOCK_SKEW_SECONDS));
  }

  private static String name(JWTClaimsSet claims) throws ParseException {
    for (String claim : List.of("name", "preferred_username", "azp", "client_id")) {
      String name = claims.getStringClaim(claim);
      if (name != null && !name.isBlank()) {
        return name.strip();
      }
    }
    return String.valueOf(claims.getSubject());
  }

  /// A text, or texts in an array, however deep.
  private static List<String> values(String path, Map<?, ?> claims) {
    Object value = claims.get(path);
    int dot = path.indexOf('.');
    if (value == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
      return values(path.substring(dot + 1), inner);
    }
    return switch (value) {
      case String text -> List.of(text.split(" "));
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
