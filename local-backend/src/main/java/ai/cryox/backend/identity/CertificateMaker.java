package ai.cryox.backend.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates (RFC 5280) with keys on the curve P-256. Thread-safe.
///
/// @param signer signs
/// @param signerKey its public half
/// @param signerName stands in the certificates as their issuer
record CertificateMaker(PrivateKey signer, PublicKey signerKey, X500Name signerName) {
  private static final int SERIAL_BITS = 127;
  private static final int RSA_BITS = 3_072;

  static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has P-256", impossible);
    }
  }

  static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  /// An authority, signed by itself.
  static Issued authority(String commonName, Instant from, Instant until) {
    KeyPair keys = keyPair();
    CertificateMaker itself =
        new CertificateMaker(keys.getPrivate(), keys.getPublic(), name(commonName));
    return itself.make(
        name(commonName),
        keys,
        from,
        until,
        builder -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
          builder.addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
  }

  /// A device's certificate.
  Issued device(String deviceId, Instant from, Instant until) {
    return make(
        name(deviceId),
        keyPair(),
        from,
        until,
        builder -> addUse(builder, KeyPurposeId.id_kp_clientAuth));
  }

  /// A certificate for the seal of reports, with an RSA key: what reads PDFs knows no other as
  /// well.
  Issued seal(String commonName, Instant from, Instant until) {
    return make(
        name(commonName),
        rsaKeyPair(),
        from,
        until,
        builder -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          builder.addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        });
  }

  private static KeyPair rsaKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has RSA", impossible);
    }
  }

  /// A server's certificate.
  ///
  /// @param hosts names and IP addresses under which it is reached, at least one
  Issued server(Collection<String> hosts, Instant from, Instant until) {
    List<GeneralName> names = new ArrayList<>();
    for (String host : hosts) {
      boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
      names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
    }
    GeneralNames all = new GeneralNames(names.toArray(new GeneralName[0]));
    String first = hosts.iterator().next();
    return make(
        name(first),
        keyPair(),
        from,
        until,
        builder -> {
          addUse(builder, KeyPurposeId.id_kp_serverAuth);
          builder.addExtension(Extension.subjectAlternativeName, false, all);
        });
  }

  /// Adds what distinguishes one kind of certificate.
  private interface Kind {
    void addTo(X509v3CertificateBuilder builder) throws IOException;
  }

  private static void addUse(X509v3CertificateBuilder builder, KeyPurposeId purpose)
      throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
  }

  private Issued make(X500Name subject, KeyPair keys, Instant from, Instant until, Kind kind) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            signerName, serial(), Date.from(from), Date.from(until), subject, keys.getPublic());
    try {
      JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
      kind.addTo(builder);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          utils.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(signerKey));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
      return new Issued(certificate, keys.getPrivate());
    } catch (IOException | GeneralSecurityException | OperatorCreationException failed) {
      throw new IdentityException(
          "A certificate for %s could not be made (%s).".formatted(subject, failed.getMessage()),
          failed);
    }
  }

  /// Positive and unpredictable (RFC 5280, 4.1.2.2).
  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
  }
}
