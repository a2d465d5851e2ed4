/// Station two, *ingest*: where a message came from and which kind of message its topic and
/// properties say it is.
@NullMarked
package ai.cryox.core.routing;

import org.jspecify.annotations.NullMarked;
