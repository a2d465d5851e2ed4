package ai.cryox.backend.relay;

import java.util.List;

/// One PUBLISH to a client.
///
/// @param packetId 1 to 65,535; 0 with QoS 0
/// @param qos what it is sent with
/// @param retain the flag it is sent with
/// @param repeated whether the client may have got it already
/// @param identifiers of the subscriptions that it is sent for
public record Outgoing(
    int packetId,
    Publication publication,
    int qos,
    boolean retain,
    boolean repeated,
    List<Integer> identifiers) {}
