package ai.cryox.connectors.cloud;

import java.time.Instant;

/// A server's certificate, for people to look at.
///
/// @param sha256 its fingerprint, 64 hexadecimal digits
/// @param subject whose it says it is
/// @param issuer who vouches for it; the same as the subject if it vouches for itself
/// @param from when it begins to be valid
/// @param until when it ends
/// @param trusted whether this machine trusts it for this address anyway
public record ServerCertificate(
    String sha256, String subject, String issuer, Instant from, Instant until, boolean trusted) {}
