/// Where the modules meet: the only package that knows backend, connectors and simulator at once.
@NullMarked
package ai.cryox.app.wiring;

import org.jspecify.annotations.NullMarked;
