package ai.cryox.backend.endpoint;

import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/// What all connections of one endpoint share.
///
/// @param shed messages with QoS 0 that were thrown away because the backend took nothing
record EndpointParts(
    EndpointSettings settings,
    EndpointPorts ports,
    InstantSource clock,
    ConnectionRegistry registry,
    LongAdder shed,
    DistinctLog log) {}
