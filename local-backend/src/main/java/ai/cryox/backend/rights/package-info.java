/// *Rights*: what a person may do, asked once, in front of the session and everything that it hands
/// out. Screens and the API pass the same door; a denied try goes into the audit trail.
@NullMarked
package ai.cryox.backend.rights;

import org.jspecify.annotations.NullMarked;
