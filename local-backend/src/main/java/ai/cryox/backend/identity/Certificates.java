package ai.cryox.backend.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/// What is read of certificates.
final class Certificates {
  private Certificates() {}

  /// The one common name of the subject; `null` if it has none or several.
  static @Nullable String commonName(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    RDN[] names = subject.getRDNs(BCStyle.CN);
    return names.length == 1
            && !names[0].isMultiValued()
            && names[0].getFirst().getValue() instanceof ASN1String text
        ? text.getString()
        : null;
  }

  /// Lower-case hexadecimal digits.
  static String serial(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  /// SHA-256 as 32 pairs of upper-case hexadecimal digits with colons between.
  static String fingerprint(X509Certificate certificate) {
    String digits = thumbprint(certificate).toUpperCase(Locale.ROOT);
    return digits.replaceAll("(..)(?!$)", "$1:");
  }

  /// SHA-256 as 64 lower-case hexadecimal digits.
  static String thumbprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
