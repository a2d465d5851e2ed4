/// The MQTT endpoint: devices of MQTT 3.1, 3.1.1 and 5 hand in their messages here.
///
/// A packet goes through [PacketFramer] (whole packets only), Netty's codec, [PacketWatch] (which
/// bytes belong to which message) and [Connection] (the session's rules); a publication becomes a
/// delivery in [Intake] and is acknowledged by [Acknowledgements] after its commit. Whatever breaks
/// the protocol is handed in as a delivery with a fault, so that it is counted and stored.
@NullMarked
package ai.cryox.backend.endpoint;

import org.jspecify.annotations.NullMarked;
