package ai.cryox.backend.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;

/// Certificates as devices, and as strangers, have them.
final class TestCertificates {
  private static final char[] PASSWORD = "secret".toCharArray();

  private TestCertificates() {}

  static X509Certificate read(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  /// From the answer to `device/cert`.
  static TlsClient.Identity issued(Map<String, String> row) {
    byte[] pkcs12 = Base64.getDecoder().decode(Objects.requireNonNull(row.get("pkcs12")));
    return load(pkcs12, Objects.requireNonNull(row.get("pkcs12Password")).toCharArray());
  }

  /// One that vouches for itself.
  static Issued selfSigned(String commonName, Instant from, Instant until) {
    return CertificateMaker.authority(commonName, from, until);
  }

  static Issued selfSigned(String commonName, Instant now) {
    return selfSigned(commonName, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
  }

  /// One of an authority that bears another's name.
  static Issued foreign(X509Certificate imitated, String commonName, Instant now) {
    var keys = CertificateMaker.keyPair();
    X500Name name = X500Name.getInstance(imitated.getSubjectX500Principal().getEncoded());
    return new CertificateMaker(keys.getPrivate(), keys.getPublic(), name)
        .device(commonName, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
  }

  static TlsClient.Identity identity(Issued issued) {
    try {
      return load(FacilityAuthority.keyStore("x", issued, List.of(), PASSWORD), PASSWORD);
    } catch (GeneralSecurityException | IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static TlsClient.Identity load(byte[] pkcs12, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), password);
      return new TlsClient.Identity(store, password);
    } catch (GeneralSecurityException | IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
