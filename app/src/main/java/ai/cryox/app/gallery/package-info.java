/// Every control of our own in every state, for whoever changes the look: `cryox console
/// --gallery`. Nothing here is monitored.
@NullMarked
package ai.cryox.app.gallery;

import org.jspecify.annotations.NullMarked;
