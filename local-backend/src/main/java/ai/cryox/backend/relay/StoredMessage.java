package ai.cryox.backend.relay;

import java.util.List;

/// A message that waits for a client.
///
/// @param sequence rises within a session; the packet id follows from it
/// @param qos 1 or 2
/// @param retain the flag it is sent with
/// @param received whether the client has it and only PUBREL and PUBCOMP are left
/// @param identifiers of the subscriptions that it is sent for
public record StoredMessage(
    long sequence,
    Publication publication,
    int qos,
    boolean retain,
    boolean received,
    List<Integer> identifiers) {}
