package ai.cryox.core.link;

/// What went over a link since it was started.
///
/// @param received messages that arrived; one that came again counts again
/// @param acknowledged messages that were stored and acknowledged
/// @param interruptions connections that were lost
public record LinkCounts(long received, long acknowledged, long interruptions) {}
