package ai.cryox.backend.identity;

import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.Credential.Method;
import org.jspecify.annotations.Nullable;

/// A device that is to get credentials.
///
/// @param gateway whether it may speak for every device of its facility
/// @param thumbprint of the certificate that it has; only with {@link Method#THUMBPRINT}
/// @param name what people call it, or `null`: its id
/// @param zone the part of the facility; may be empty
/// @param profileId its storage profile, or `null`
public record NewDevice(
    String deviceId,
    String facilityId,
    Method method,
    boolean gateway,
    @Nullable String thumbprint,
    @Nullable String name,
    String zone,
    @Nullable String profileId) {

  /// Why it cannot be added, in a sentence; `null` if it can.
  @Nullable String problem() {
    String badId = Credential.problem(deviceId);
    if (badId != null) {
      return badId;
    }
    if (Credential.problem(facilityId) != null) {
      return "'%s' cannot be a facility id: 1 to 128 characters as in a device id are needed."
          .formatted(facilityId);
    }
    if (method == Method.THUMBPRINT) {
      return thumbprint == null || Credential.thumbprint(thumbprint) == null
          ? "A thumbprint is needed: the SHA-256 of the device's certificate, 64 hexadecimal"
              + " digits. `openssl x509 -noout -fingerprint -sha256 -in device.pem` prints it."
          : null;
    }
    return thumbprint == null ? null : "A thumbprint goes only with --thumbprint credentials.";
  }
}
