package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.BackendException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// What an issuer says of itself.
///
/// @param authorize where people sign in
/// @param token where codes are changed into tokens
/// @param keys with which its tokens are signed
record Provider(URI authorize, URI token, URI keys) {
  /// Asks it.
  ///
  /// @throws BackendException if it does not answer, or with what cannot be trusted
  static Provider of(OidcSettings settings, OidcHttp http) {
    Map<String, Object> said = http.get(settings.discovery());
    if (!settings.issuer().toString().equals(said.get("issuer"))) {
      throw new BackendException(
          "%s calls itself %s, so its answers cannot be trusted. Correct the issuer's address."
              .formatted(settings.issuer(), said.get("issuer")));
    }
    if (said.get("code_challenge_methods_supported") instanceof Iterable<?> methods
        && !contains(methods, "S256")) {
      throw new BackendException(
          "%s does not know PKCE with S256, without which a sign-in could be stolen."
              .formatted(settings.issuer().getHost()));
    }
    return new Provider(
        address(settings, said, "authorization_endpoint"),
        address(settings, said, "token_endpoint"),
        address(settings, said, "jwks_uri"));
  }

  private static boolean contains(Iterable<?> all, String one) {
    for (Object each : all) {
      if (one.equals(each)) {
        return true;
      }
    }
    return false;
  }

  private static URI address(OidcSettings settings, Map<String, Object> said, String name) {
    try {
      URI uri = URI.create(String.valueOf(said.get(name)));
      if ("https".equals(uri.getScheme())
          || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost()))) {
        return uri;
      }
    } catch (IllegalArgumentException none) {
      // Refused below.
    }
    throw new BackendException(
        "%s gives no https address as its %s.".formatted(settings.issuer().getHost(), name));
  }

  private static boolean isLoopback(String host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }
}
