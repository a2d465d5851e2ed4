package ai.cryox.app.bench;

import ai.cryox.core.backend.Control;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;

/// Devices that connect over TLS 1.3, each with a certificate of its own that the facility's
/// authority has signed. Connections may be made by any thread.
final class CertifiedDevices implements Wire.Dialer {
  private final InetSocketAddress endpoint;
  private final Map<String, SSLContext> contexts = new HashMap<>();

  /// Gives the devices certificates, as `cryox device add` and `cert` do.
  ///
  /// @param endpoint the port that asks for credentials
  CertifiedDevices(Control control, InetSocketAddress endpoint, List<String> deviceIds) {
    this.endpoint = endpoint;
    for (String id : deviceIds) {
      control.call(
          "device/add",
          Map.of("deviceId", id, "facilityId", MessageTemplate.FACILITY, "method", "authority"));
      Map<String, String> issued =
          control.call("device/cert", Map.of("deviceId", id, "days", "1")).getFirst();
      contexts.put(id, context(issued));
    }
  }

  private static SSLContext context(Map<String, String> issued) {
    char[] password = Objects.requireNonNull(issued.get("pkcs12Password")).toCharArray();
    byte[] file = Base64.getDecoder().decode(Objects.requireNonNull(issued.get("pkcs12")));
    try {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(new ByteArrayInputStream(file), password);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(own, password);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), trust(own).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException(
          "The certificate that was just issued cannot be used (%s)."
              .formatted(unusable.getMessage()),
          unusable);
    }
  }

  /// The authority's certificate lies in the same file as the device's.
  private static TrustManagerFactory trust(KeyStore own)
      throws GeneralSecurityException, IOException {
    KeyStore authority = KeyStore.getInstance("PKCS12");
    authority.load(null, null);
    String alias = own.aliases().nextElement();
    authority.setCertificateEntry("authority", own.getCertificateChain(alias)[1]);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authority);
    return trust;
  }

  /// The peer is not named to the engine, so that no session is resumed: every handshake is whole.
  @Override
  public Wire dial(String clientId) throws IOException {
    SSLEngine engine = Objects.requireNonNull(contexts.get(clientId)).createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {"TLSv1.3"});
    return new TlsWire(endpoint, engine);
  }
}
