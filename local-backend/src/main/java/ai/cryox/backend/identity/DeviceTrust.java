package ai.cryox.backend.identity;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Which client certificates get through the TLS handshake: those of our authority, and those that
/// vouch for themselves. The latter prove nothing yet: whether a device is known by its thumbprint,
/// and whether a certificate is revoked or too old, is looked at when it says its id in CONNECT, so
/// that a resumed session is looked at as well.
final class DeviceTrust extends X509ExtendedTrustManager {
  private final FacilityAuthority authority;

  DeviceTrust(FacilityAuthority authority) {
    this.authority = authority;
  }

  private void check(X509Certificate @Nullable [] chain) throws CertificateException {
    if (chain == null || chain.length == 0) {
      throw new CertificateException("The client shows no certificate.");
    }
    if (!authority.hasSigned(chain[0]) && !isSelfSigned(chain[0])) {
      throw new CertificateException("Nobody who is known here has signed this certificate.");
    }
  }

  static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw asServerOnly();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw asServerOnly();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw asServerOnly();
  }

  private static CertificateException asServerOnly() {
    return new CertificateException("This is a server and calls nobody.");
  }

  /// None are named: a client picks its certificate by these names, and one that vouches for itself
  /// would not be sent.
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
