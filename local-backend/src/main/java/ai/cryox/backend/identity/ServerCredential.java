package ai.cryox.backend.identity;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/// What a server shows and proves over TLS.
///
/// @param context has the certificate, those that vouch for it, and the key
/// @param certificate the server's own
public record ServerCredential(SSLContext context, X509Certificate certificate) {
  /// SHA-256 of the certificate, as OpenSSL and browsers write it: `AB:CD:…`.
  public String fingerprint() {
    return Certificates.fingerprint(certificate);
  }
}
