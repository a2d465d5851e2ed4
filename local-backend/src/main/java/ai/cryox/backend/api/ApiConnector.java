package ai.cryox.backend.api;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// The sockets of the API, plain or with TLS.
final class ApiConnector {
  /// How long a connection may lie idle. Whoever waits for changes is not idle, and is not cut off.
  private static final long IDLE_MILLIS = 30_000;

  /// A year, in seconds: browsers that came once by TLS come by nothing else.
  private static final long HSTS_SECONDS = 31_536_000;

  /// A request line and its headers, bytes.
  private static final int LONGEST_HEADER = 16 * 1024;

  /// Those of TLS 1.2 that agree on a new key for each connection and authenticate what they
  /// encrypt; TLS 1.3 has no others.
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private ApiConnector() {}

  static ServerConnector of(Server server, SslContextFactory.@Nullable Server tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADER);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector;
    if (tls == null) {
      connector = new ServerConnector(server, 1, 1, plain);
    } else {
      SecureRequestCustomizer secure = new SecureRequestCustomizer();
      // A client that names no host, or another, is told so by the guard.
      secure.setSniHostCheck(false);
      secure.setStsMaxAge(HSTS_SECONDS);
      http.addCustomizer(secure);
      connector =
          new ServerConnector(
              server, 1, 1, new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()), plain);
    }
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  static SslContextFactory.@Nullable Server tls(@Nullable ApiTls settings) {
    if (settings == null) {
      return null;
    }
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(settings.context());
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setIncludeCipherSuites(SUITES);
    tls.setExcludeCipherSuites();
    tls.setUseCipherSuitesOrder(true);
    tls.setRenegotiationAllowed(false);
    return tls;
  }
}
