package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.ReadingSink;

/// What an endpoint is joined to.
///
/// @param decoder what payloads mean
/// @param sink where deliveries go
/// @param relay sessions, and what clients and the backend say to each other
/// @param handler takes the topics that it handles
public record EndpointPorts(
    PayloadDecoder decoder, ReadingSink sink, Relay relay, TopicHandler handler) {}
