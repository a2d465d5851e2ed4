/// The MQTT endpoint: devices of MQTT 3.1, 3.1.1 and 5 hand in their messages here.
///
/// A packet goes through [PacketFramer] (whole packets only), Netty's codec, [PacketWatch] (which
/// bytes belong to which message), [Connection] (until the CONNECT) and [Conversation] (after it).
/// A reading becomes a delivery in [Publications] and goes through [Intake]; what clients say to
/// each other and to the backend goes to the relay and comes back through [ClientLink]. Every
/// answer waits for its commit and its turn in [Acknowledgements]. Whatever breaks the protocol is
/// handed in as a delivery with a fault, so that it is counted and stored.
@NullMarked
package ai.cryox.backend.endpoint;

import org.jspecify.annotations.NullMarked;
