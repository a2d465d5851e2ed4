package ai.cryox.app.wiring;

import ai.cryox.backend.identity.GivenCertificate;
import org.jspecify.annotations.Nullable;

/// How the API is served to other machines.
///
/// @param where any address of this machine
/// @param certificate `null` = the facility's own authority signs one
public record Https(HostPort where, @Nullable GivenCertificate certificate) {}
