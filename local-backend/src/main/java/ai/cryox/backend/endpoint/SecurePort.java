package ai.cryox.backend.endpoint;

import ai.cryox.backend.identity.Authenticator;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A port where everybody must prove who they are: TLS 1.2 or 1.3, with a client certificate or
/// without.
///
/// @param address any address of this machine; port 0 takes any free one
/// @param tls with this server's certificate
/// @param authenticator asked at CONNECT
public record SecurePort(InetSocketAddress address, SSLContext tls, Authenticator authenticator) {
  /// Why the endpoint must not listen there, in a sentence; `null` if it may.
  @Nullable String problem() {
    return address.isUnresolved()
        ? "The MQTT address %s cannot be resolved; give an IP address of this machine, such as 0.0.0.0 for all."
            .formatted(address.getHostString())
        : null;
  }
}
