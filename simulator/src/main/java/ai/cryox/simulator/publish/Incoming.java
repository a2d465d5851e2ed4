package ai.cryox.simulator.publish;

/// What a device is told.
///
/// @param clientId the connection it came by
/// @param payload do not change the array
public record Incoming(String clientId, String topic, byte[] payload) {}
