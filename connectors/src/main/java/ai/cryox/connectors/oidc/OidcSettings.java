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
/// @param ports that the issuer lets answers go to on this machine; empty = any
public record OidcSettings(
    URI issuer, String clientId, String audience, String scope, List<Integer> ports) {
  public OidcSettings {
    ports = List.copyOf(ports);
  }

  /// Where the issuer says how it works.
  URI discovery() {
    return URI.create(
        issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
  }
}
