/// A backend on another machine: a facility server, or a cloud that may have nothing but the seed's
/// three routes. {@link ai.cryox.connectors.cloud.CloudBackend} is the whole of it for others.
@NullMarked
package ai.cryox.connectors.cloud;

import org.jspecify.annotations.NullMarked;
