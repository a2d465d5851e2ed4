/// Who may come in: the devices' credentials, the facility's own certificate authority, and the
/// check at every CONNECT.
///
/// [ai.cryox.backend.identity.Authenticator] is what the endpoint asks,
/// [ai.cryox.backend.identity.CredentialDesk] where people make and close credentials, and
/// [ai.cryox.backend.identity.Identities] joins both.
@NullMarked
package ai.cryox.backend.identity;

import org.jspecify.annotations.NullMarked;
