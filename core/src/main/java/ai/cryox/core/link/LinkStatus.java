package ai.cryox.core.link;

import java.time.Instant;

/// How a link is at one moment.
///
/// @param name what people call it, such as `broker.example:8883`
/// @param state in which state it is
/// @param since when the state began, by the backend's clock
/// @param sentence why it is so, and what to do if something is to be done
/// @param counts what went over it
public record LinkStatus(
    String name, LinkState state, Instant since, String sentence, LinkCounts counts) {}
