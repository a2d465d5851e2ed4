package ai.cryox.simulator.publish;

import org.jspecify.annotations.Nullable;

/// How publishing goes.
///
/// @param published PUBLISH packets handed to a connection, repetitions after a break included
/// @param acknowledged messages whose PUBACK has come
/// @param waiting messages stored or on their way
/// @param dropped messages lost because a device's memory was full while the broker was away
/// @param open connections that stand
/// @param connections all that there should be
/// @param problem why one of them does not stand, or `null`
public record PublishCounts(
    long published,
    long acknowledged,
    long waiting,
    long dropped,
    int open,
    int connections,
    @Nullable String problem) {}
