/// *Secrets*: passwords and keys of the channels, in a key store file of the data folder.
@NullMarked
package ai.cryox.backend.secret;

import org.jspecify.annotations.NullMarked;
