package ai.cryox.connectors.cloud;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/// Trusts one certificate and no other, whoever made it and whatever name it has: the one that a
/// person has looked at.
final class Pin implements X509TrustManager {
  /// Tells this refusal from others.
  static final String CHANGED = "not the certificate that was trusted";

  private final String sha256;

  Pin(String sha256) {
    this.sha256 = sha256.toLowerCase(Locale.ROOT);
  }

  /// Has a client trust only this certificate.
  static void set(OkHttpClient.Builder client, String sha256) {
    Pin pin = new Pin(sha256);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {pin}, null);
      client.sslSocketFactory(context.getSocketFactory(), pin);
      client.hostnameVerifier((_, _) -> true);
    } catch (GeneralSecurityException broken) {
      throw new AssertionError("every Java has TLS", broken);
    }
  }

  /// A certificate's fingerprint, 64 hexadecimal digits.
  static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException broken) {
      throw new AssertionError("every Java has SHA-256", broken);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    if (chain.length == 0 || !sha256(chain[0]).equals(sha256)) {
      throw new CertificateException(CHANGED);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("this side is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
