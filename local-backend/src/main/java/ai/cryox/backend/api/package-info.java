/// Station six over HTTP: the seed's three routes, health, and a little more, on top of a core
/// [ai.cryox.core.backend.Session].
///
/// Routes are classes ending in `Routes`; each reads its parameters, asks the session and writes
/// JSON with Jackson's streaming generator. Whatever goes wrong leaves as one RFC 9457 problem,
/// written in [Problems] and nowhere else.
@NullMarked
package ai.cryox.backend.api;

import org.jspecify.annotations.NullMarked;
