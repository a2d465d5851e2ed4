package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session as it was stored.
///
/// @param expiry how long it lasts without a connection
/// @param leftAt since when there is none; `null` = there was one when the backend stopped
/// @param waiting in the order of their sequence
/// @param remembered packet ids of the client's messages with QoS 2 that wait for PUBREL
public record StoredSession(
    String clientId,
    Duration expiry,
    @Nullable Instant leftAt,
    List<Subscription> subscriptions,
    List<StoredMessage> waiting,
    List<Integer> remembered) {}
