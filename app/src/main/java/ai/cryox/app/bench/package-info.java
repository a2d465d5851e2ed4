/// `cryox bench`: measures whole paths in the real program. Never part of the tests, because
/// machines are noisy.
@NullMarked
package ai.cryox.app.bench;

import org.jspecify.annotations.NullMarked;
