package ai.cryox.backend.people;

import ai.cryox.core.backend.BackendException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The keys that issuers sign with, found by discovery and kept: fetched anew when they are old, or
/// when a token names a key that is not among them, twice a minute at most. Thread-safe; the first
/// token of an issuer waits for the network, the others do not.
final class IssuerKeys {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 3_000;
  private static final int LONGEST_BYTES = 256 * 1024;
  private static final long LIFE_MILLIS = 10 * 60_000;
  private static final long REFRESH_MILLIS = 5_000;
  private static final long BETWEEN_FETCHES_MILLIS = 30_000;
  private static final long OUTAGE_MILLIS = 4 * 3_600_000L;

  private final DefaultResourceRetriever http =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LONGEST_BYTES);
  private final Map<Issuer, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();

  /// @throws BackendException if the issuer does not say where its keys are
  JWKSource<SecurityContext> of(Issuer issuer) {
    JWKSource<SecurityContext> known = sources.get(issuer);
    if (known != null) {
      return known;
    }
    JWKSource<SecurityContext> found =
        JWKSourceBuilder.<SecurityContext>create(discover(issuer), http)
            .cache(LIFE_MILLIS, REFRESH_MILLIS)
            .rateLimited(BETWEEN_FETCHES_MILLIS)
            .outageTolerant(OUTAGE_MILLIS)
            .build();
    JWKSource<SecurityContext> before = sources.putIfAbsent(issuer, found);
    return before == null ? found : before;
  }

  private URL discover(Issuer issuer) {
    try {
      Map<String, Object> document =
          JSONObjectUtils.parse(http.retrieveResource(issuer.discovery().toURL()).getContent());
      if (!issuer.address().equals(document.get("issuer"))) {
        throw new BackendException(
            "The issuer %s calls itself %s; both must be the same."
                .formatted(issuer.address(), document.get("issuer")));
      }
      URI keys = URI.create(String.valueOf(document.get("jwks_uri")));
      if (!keys.getScheme().equals(URI.create(issuer.address()).getScheme())) {
        throw new BackendException(
            "The issuer %s keeps its keys at %s, which is not as safe."
                .formatted(issuer.address(), keys));
      }
      return keys.toURL();
    } catch (IOException | ParseException | IllegalArgumentException failed) {
      throw new BackendException(
          "The issuer %s cannot be asked for its keys (%s). Try again when it can be reached."
              .formatted(issuer.address(), failed.getMessage()),
          failed);
    }
  }
}
