/// Station two, *ingest*: where a message came from, and the routes that say as which kinds of
/// message it is read.
///
/// A {@link ai.cryox.core.routing.RouteTable} is asked for every message; each of its routes has a
/// {@link ai.cryox.core.routing.RouteCondition}, which knows the topic and the properties of a
/// message but not its payload.
@NullMarked
package ai.cryox.core.routing;

import org.jspecify.annotations.NullMarked;
