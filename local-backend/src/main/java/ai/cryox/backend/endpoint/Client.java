package ai.cryox.backend.endpoint;

/// Who is connected.
///
/// @param id the client id
/// @param five whether it speaks MQTT 5
record Client(String id, boolean five) {}
