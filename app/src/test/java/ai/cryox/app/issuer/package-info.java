/// Signing in at a strict issuer over real HTTP.
@NullMarked
package ai.cryox.app.issuer;

import org.jspecify.annotations.NullMarked;
