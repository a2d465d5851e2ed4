package ai.cryox.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A certificate that the facility's authority has signed for a device.
///
/// @param serial lower-case hexadecimal digits, unique
/// @param deviceId the device it names
/// @param revokedAt from when on it opens nothing; `null` = it does
public record DeviceCertificate(
    String serial,
    String deviceId,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {
  /// The same certificate, which opens nothing any more.
  public DeviceCertificate revoked(Instant now) {
    return new DeviceCertificate(
        serial, deviceId, issuedAt, expiresAt, revokedAt == null ? now : revokedAt);
  }
}
