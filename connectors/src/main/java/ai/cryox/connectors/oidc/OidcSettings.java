package ai.cryox.connectors.oidc;

import java.net.URI;
import java.util.List;

/// How this program is known to an issuer. It has no secret there: whoever has the program could
/// read it.
///
/// @param issuer exactly as its tokens name it in `iss`
/// @param clientId as which the issuer knows consoles
/// @param audience what tokens for the backend have in `aud`
/// @param scope what is asked for; has `openid`
/// @param redirects to which the issuer lets answers go on this machine, the first that is free is
///   taken; empty = the usual one
public record OidcSettings(
    URI issuer, String clientId, String audience, String scope, List<RedirectAddress> redirects) {
  public OidcSettings {
    redirects = List.copyOf(redirects);
  }

  /// Where the issuer says how it works.
  URI discovery() {
    return URI.create(
        issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
  }
}
