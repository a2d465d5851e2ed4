/// Signing in at an OpenID Connect issuer with the system's own browser: authorization code with
/// PKCE, answered to this machine itself.
@NullMarked
package ai.cryox.connectors.oidc;

import org.jspecify.annotations.NullMarked;
