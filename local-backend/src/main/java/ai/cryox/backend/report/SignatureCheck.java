package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/// Checks the signature of a report: that it is one, of what, and by whom.
///
/// @param file that bears it
/// @param last whether nothing may follow it
record SignatureCheck(Path file, PDSignature signature, boolean last) {
  private static final String NAME = "signature";

  void into(List<Check> checks) throws IOException {
    SignedRanges ranges = new SignedRanges(file, signature.getByteRange());
    if (!last && !ranges.areBeginning()) {
      checks.add(Check.bad("whole", "A signature does not cover the document as it was signed."));
    }
    if (last) {
      checks.add(whole(ranges));
    }
    check(ranges, checks);
  }

  private static Check whole(SignedRanges ranges) throws IOException {
    return ranges.areWhole()
        ? Check.good("whole", "The signature covers the whole document.")
        : Check.bad(
            "whole",
            "The signature does not cover the whole document: something was added or cut off"
                + " after it was sealed.");
  }

  private void check(SignedRanges ranges, List<Check> checks) throws IOException {
    try {
      ContentInfo content = content(signature);
      CMSSignedData signed = new CMSSignedData(ranges, content);
      SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
      if (!agrees(content, signed, signer)) {
        checks.add(Check.bad(NAME, "The signature is damaged: its parts do not fit each other."));
        return;
      }
      X509Certificate certificate = certificate(signed, signer);
      if (certificate == null) {
        checks.add(Check.bad(NAME, "The signature has no certificate: nobody knows whose it is."));
        return;
      }
      signature(content, signer, certificate, checks);
      certificate(signed, certificate, checks);
      stamp(signer, checks);
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException broken) {
      checks.add(Check.bad(NAME, "The signature is damaged (%s).".formatted(broken.getMessage())));
    }
  }

  /// Without the zeros that fill up its room.
  ///
  /// @throws CMSException if anything but zeros stands beside it
  static ContentInfo content(PDSignature signature) throws CMSException {
    ByteArrayInputStream room = new ByteArrayInputStream(signature.getContents());
    try (ASN1InputStream in = new ASN1InputStream(room)) {
      ContentInfo content = ContentInfo.getInstance(in.readObject());
      for (int rest = room.read(); rest >= 0; rest = room.read()) {
        if (rest != 0) {
          throw new CMSException("something was written beside it");
        }
      }
      return content;
    } catch (IOException broken) {
      throw new CMSException(String.valueOf(broken.getMessage()), broken);
    }
  }

  /// Whether the parts that no signature covers are as they must be (RFC 5652, 5.1 and 5.3).
  private static boolean agrees(
      ContentInfo content, CMSSignedData signed, SignerInformation signer) {
    return content.getContentType().equals(PKCSObjectIdentifiers.signedData)
        && signed.getVersion() == 1
        && signer.getVersion() == 1
        && signed.getDigestAlgorithmIDs().equals(Set.of(signer.getDigestAlgorithmID()));
  }

  private static @Nullable X509Certificate certificate(
      CMSSignedData signed, SignerInformation signer) throws GeneralSecurityException {
    for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
      if (signer.getSID().match(holder)) {
        return new JcaX509CertificateConverter().getCertificate(holder);
      }
    }
    return null;
  }

  private void signature(
      ContentInfo content,
      SignerInformation signer,
      X509Certificate certificate,
      List<Check> checks)
      throws OperatorCreationException, GeneralSecurityException, IOException {
    boolean good;
    try {
      good =
          names(content, signer, certificate)
              && signer.verify(
                  new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
    } catch (CMSException other) {
      good = false;
    }
    String whose = certificate.getSubjectX500Principal().getName();
    checks.add(
        good
            ? Check.good(
                NAME,
                "The signature is good: not a byte has changed since it was sealed by %s."
                    .formatted(whose))
            : Check.bad(
                NAME,
                "The signature is bad: the document was changed after it was sealed by %s."
                    .formatted(whose)));
  }

  /// Whether the signature itself says that it was made with this certificate, and names each other
  /// that came along (RFC 5035).
  private static boolean names(
      ContentInfo content, SignerInformation signer, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute attribute =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute == null) {
      return false;
    }
    Set<ByteBuffer> named = new LinkedHashSet<>();
    for (ESSCertIDv2 one :
        SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts()) {
      named.add(ByteBuffer.wrap(one.getCertHash()));
    }
    boolean all = hash(certificate.getEncoded()).equals(named.iterator().next());
    // As they stand there: read as certificates, some that are none would pass for one.
    for (ASN1Encodable one : SignedData.getInstance(content.getContent()).getCertificates()) {
      all &= named.contains(hash(one.toASN1Primitive().getEncoded()));
    }
    return all;
  }

  private static ByteBuffer hash(byte[] certificate) {
    return ByteBuffer.wrap(PackedFile.sha256().digest(certificate));
  }

  private void certificate(CMSSignedData signed, X509Certificate certificate, List<Check> checks)
      throws GeneralSecurityException {
    Instant at = signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
    String print = HexFormat.of().formatHex(PackedFile.sha256().digest(certificate.getEncoded()));
    boolean valid =
        at != null
            && !at.isBefore(certificate.getNotBefore().toInstant())
            && !at.isAfter(certificate.getNotAfter().toInstant());
    checks.add(
        valid
            ? Check.good(
                "certificate",
                "Sealed at %s with the certificate whose SHA-256 is %s%s. Compare it with the one that the facility gave you."
                    .formatted(at, print, issuer(signed, certificate)))
            : Check.bad(
                "certificate",
                "The certificate with the SHA-256 %s was not valid at %s.".formatted(print, at)));
  }

  private static String issuer(CMSSignedData signed, X509Certificate certificate) {
    for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
      try {
        X509Certificate above = new JcaX509CertificateConverter().getCertificate(holder);
        if (!above.equals(certificate)) {
          certificate.verify(above.getPublicKey());
          return ", issued by " + above.getSubjectX500Principal().getName();
        }
      } catch (GeneralSecurityException other) {
        // It is not this one that has issued it.
      }
    }
    return "";
  }

  private static void stamp(SignerInformation signer, List<Check> checks) {
    AttributeTable unsigned = signer.getUnsignedAttributes();
    Attribute stamp =
        unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (stamp == null) {
      return;
    }
    try {
      TimeStamps.Stamp said =
          TimeStamps.check(
              stamp.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded(),
              PackedFile.sha256().digest(signer.getSignature()));
      checks.add(
          Check.good(
              "stamp",
              "%s confirms that it was there at %s.".formatted(said.authority(), said.at())));
    } catch (IOException | RuntimeException broken) {
      checks.add(Check.bad("stamp", "The time stamp is bad (%s).".formatted(broken.getMessage())));
    }
  }
}
