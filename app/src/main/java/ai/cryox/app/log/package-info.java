/// *Log*: files that a person reads when something went wrong. They rotate, and hold no secret.
@NullMarked
package ai.cryox.app.log;

import org.jspecify.annotations.NullMarked;
