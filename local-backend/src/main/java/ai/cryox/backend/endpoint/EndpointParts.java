package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.ReadingSink;
import java.time.InstantSource;

/// What all connections of one endpoint share.
record EndpointParts(
    EndpointSettings settings,
    PayloadDecoder decoder,
    ReadingSink sink,
    InstantSource clock,
    ConnectionRegistry registry,
    DistinctLog log) {}
