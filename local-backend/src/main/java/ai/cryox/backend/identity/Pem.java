package ai.cryox.backend.identity;

import java.security.Key;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// Keys and certificates as the text that OpenSSL and every MQTT client read (RFC 7468).
final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  static String of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new AssertionError("a certificate that was read or made can be written", impossible);
    }
  }

  /// PKCS#8.
  static String of(Key privateKey) {
    return block("PRIVATE KEY", privateKey.getEncoded());
  }

  private static String block(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }
}
