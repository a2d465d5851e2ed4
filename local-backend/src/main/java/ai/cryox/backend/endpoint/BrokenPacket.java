package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Fault;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import org.jspecify.annotations.Nullable;

/// Bytes that break the protocol, found before they became a message; ends the connection.
///
/// @param fault for the rejected lane
/// @param raw what is known of the packet
/// @param goodbye what an MQTT 5 client is told; `null` = nothing can be told
record BrokenPacket(Fault fault, byte[] raw, @Nullable Disconnect goodbye) {
  static BrokenPacket malformed(String detail, byte[] raw) {
    return new BrokenPacket(
        new Fault(Fault.Reason.BROKEN_PACKET, detail), raw, Disconnect.MALFORMED_PACKET);
  }
}
