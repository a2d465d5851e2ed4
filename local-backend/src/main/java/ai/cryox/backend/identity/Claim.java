package ai.cryox.backend.identity;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/// Who somebody says to be, and what it shows for it.
///
/// @param clientId of its CONNECT
/// @param userName of its CONNECT, or `null`
/// @param password of its CONNECT, or `null`
/// @param certificate what it showed in the TLS handshake, and whose key it has; or `null`
/// @param address where it comes from
public record Claim(
    String clientId,
    @Nullable String userName,
    byte @Nullable [] password,
    @Nullable X509Certificate certificate,
    InetAddress address) {

  /// The password as text, or `null`.
  @Nullable String passwordText() {
    return password == null ? null : new String(password, StandardCharsets.UTF_8);
  }

  /// Whether the user name speaks of the same device: none at all, the device's id, or IoT Hub's
  /// `{host}/{deviceId}/?api-version=…`.
  boolean isOneDevice() {
    if (userName == null || userName.isEmpty() || userName.equals(clientId)) {
      return true;
    }
    String[] segment = userName.split("/", -1);
    return segment.length >= 2 && segment[1].equals(clientId);
  }

  /// Without what it shows.
  @Override
  public String toString() {
    return "Claim[%s from %s]".formatted(clientId, address.getHostAddress());
  }
}
