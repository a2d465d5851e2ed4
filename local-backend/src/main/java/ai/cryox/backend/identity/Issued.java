package ai.cryox.backend.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A fresh certificate and its key, which is kept nowhere else.
record Issued(X509Certificate certificate, PrivateKey privateKey) {
  /// Without the key.
  @Override
  public String toString() {
    return "Issued[%s]".formatted(certificate.getSubjectX500Principal());
  }
}
