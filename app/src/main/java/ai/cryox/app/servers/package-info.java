/// Servers that the window can look at instead of what is monitored on this machine: the list of
/// them, adding one, going there and back.
@NullMarked
package ai.cryox.app.servers;

import org.jspecify.annotations.NullMarked;
