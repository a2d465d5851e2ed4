/// Tests of the links to other brokers, on the real wire.
@NullMarked
package ai.cryox.app.link;

import org.jspecify.annotations.NullMarked;
