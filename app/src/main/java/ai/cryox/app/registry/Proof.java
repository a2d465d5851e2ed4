package ai.cryox.app.registry;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a device proves itself with, as the desk for devices lists it: never the secret itself.
///
/// @param method how
/// @param enabled whether it is let in
/// @param gateway whether it may speak for every device of its facility
/// @param expiresAt when its last certificate ends, or `null` without any
record Proof(Method method, boolean enabled, boolean gateway, @Nullable Instant expiresAt) {
  /// How a device proves itself.
  enum Method {
    /// By tokens that are signed with a key it shares.
    KEYS,
    /// By a certificate of the facility's own authority.
    AUTHORITY,
    /// By a certificate that it brought with it.
    THUMBPRINT
  }

  /// @param row of the call `device/list`
  /// @return `null` of a device that has no credentials
  static @Nullable Proof of(Map<String, String> row) {
    String method = row.get("method");
    String expires = row.get("expires");
    return method == null
        ? null
        : new Proof(
            Method.valueOf(method),
            Boolean.parseBoolean(row.get("enabled")),
            Boolean.parseBoolean(row.get("gateway")),
            expires == null ? null : Instant.parse(expires));
  }
}
