package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/// Looks at a server's certificate without trusting it: the handshake is broken off as soon as it
/// is seen, and nothing is said to the server.
final class CertificateLook {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();
  private static final int HTTPS = 443;

  private CertificateLook() {}

  static @Nullable ServerCertificate at(CloudSettings settings) {
    URI address = settings.address();
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      return null;
    }
    String host = address.getHost();
    X509Certificate[] chain = chain(host, address.getPort() < 0 ? HTTPS : address.getPort());
    X509Certificate own = chain[0];
    return new ServerCertificate(
        Pin.sha256(own),
        own.getSubjectX500Principal().getName(),
        own.getIssuerX500Principal().getName(),
        own.getNotBefore().toInstant(),
        own.getNotAfter().toInstant(),
        isTrusted(chain) && OkHostnameVerifier.INSTANCE.verify(host, own));
  }

  private static X509Certificate[] chain(String host, int port) {
    AtomicReference<X509Certificate @Nullable []> seen = new AtomicReference<>();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Look(seen)}, null);
      try (SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
        tls.startHandshake();
      }
    } catch (IOException | GeneralSecurityException failed) {
      X509Certificate[] chain = seen.get();
      if (chain != null) {
        return chain;
      }
      throw new BackendException(
          failed instanceof IOException broken
              ? NetworkWords.of(broken, host)
              : "This Java cannot speak TLS.",
          failed);
    }
    throw new BackendException("%s shows no certificate.".formatted(host));
  }

  private static boolean isTrusted(X509Certificate[] chain) {
    try {
      TrustManagerFactory usual =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      usual.init((KeyStore) null);
      for (TrustManager one : usual.getTrustManagers()) {
        if (one instanceof X509TrustManager trust) {
          trust.checkServerTrusted(chain, chain[0].getPublicKey().getAlgorithm());
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException untrusted) {
      return false;
    }
  }

  /// Remembers what it sees and trusts nothing.
  private static final class Look extends X509ExtendedTrustManager {
    private final AtomicReference<X509Certificate @Nullable []> seen;

    Look(AtomicReference<X509Certificate @Nullable []> seen) {
      this.seen = seen;
    }

    private void look(X509Certificate[] chain) throws CertificateException {
      seen.set(chain);
      throw new CertificateException("only looked at");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      look(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
