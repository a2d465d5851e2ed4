package ai.cryox.core.downstream;

/// What a device says to a direct method.
///
/// @param status as the device sees it; 200 and its neighbours usually mean that it was done
/// @param payload one JSON value
public record MethodAnswer(int status, String payload) {}
