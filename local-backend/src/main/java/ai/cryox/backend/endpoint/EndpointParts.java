package ai.cryox.backend.endpoint;

import java.time.InstantSource;

/// What all connections of one endpoint share.
record EndpointParts(
    EndpointSettings settings,
    EndpointPorts ports,
    InstantSource clock,
    ConnectionRegistry registry,
    DistinctLog log) {}
