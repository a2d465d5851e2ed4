package ai.cryox.connectors.mqtt;

import java.util.Map;

/// One PUBLISH as it came from a broker.
///
/// @param packetId what it is acknowledged by
/// @param qos 0 wants no acknowledgement
/// @param topic where it was published
/// @param payload its bytes; do not change the array
/// @param properties MQTT 5 user properties; empty in 3.1.1
record Publication(
    int packetId, int qos, String topic, byte[] payload, Map<String, String> properties) {}
