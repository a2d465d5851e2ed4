package ai.cryox.backend.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a client begins.
///
/// @param fresh whether an older session is to be forgotten
/// @param expiry how long the session shall outlive the connection; zero = it ends with it
/// @param window messages with QoS 1 and 2 that the client takes without acknowledging them
/// @param will published if the client goes without a word, or `null`
public record Opening(
    String clientId, boolean fresh, Duration expiry, int window, @Nullable Will will) {}
