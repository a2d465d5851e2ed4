package ai.cryox.backend.report;

import ai.cryox.backend.identity.ReportSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/// Signs a PDF: PAdES baseline B, with a time stamp baseline T (ETSI EN 319 142-1).
///
/// @param seal signs
/// @param stamps confirms the time, or `null` for no stamp
record Signer(ReportSeal seal, @Nullable StampClient stamps) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Signs a PDF that has a {@link SignatureRoom}.
  ///
  /// @param file is changed where it has that room
  /// @throws IOException if the file cannot be read or written
  /// @throws ReportException if the key cannot sign, or no stamp came
  void sign(Path file, String name, String reason, Instant at) throws IOException {
    String entries =
        "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name %s /Reason %s /M (D:%s+00'00')"
            .formatted(text(name), text(reason), MOMENT.format(at));
    SignedRanges ranges = SignatureRoom.find(file).write(entries);
    SignatureRoom.fill(ranges, HexFormat.of().formatHex(cms(ranges)));
  }

  /// A text of a PDF in UTF-16, as hexadecimal digits.
  private static String text(String text) {
    return "<%s>".formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16)));
  }

  private byte[] cms(SignedRanges content) throws IOException {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      String algorithm =
          seal.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      CMSAttributeTableGenerator attributes =
          new DefaultSignedAttributeTableGenerator(certificateAttribute());
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(parameters ->
                  attributes.getAttributes(parameters).remove(CMSAttributes.signingTime))
              .build(new JcaContentSignerBuilder(algorithm).build(seal.key()), seal.certificate()));
      generator.addCertificates(new JcaCertStore(seal.chain()));
      CMSSignedData signed = generator.generate(content, false);
      return (stamps == null ? signed : stamped(signed, stamps)).getEncoded("DER");
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | TSPException failed) {
      throw new ReportException(
          "The report could not be signed: %s. Look at the facility's seal."
              .formatted(failed.getMessage()),
          failed);
    }
  }

  /// Which certificates belong to the signature (RFC 5035), its own first, so that no other can
  /// take the place of one.
  private AttributeTable certificateAttribute() throws GeneralSecurityException {
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    certificates.add(seal.certificate());
    certificates.addAll(seal.chain());
    List<ESSCertIDv2> named = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      named.add(new ESSCertIDv2(PackedFile.sha256().digest(certificate.getEncoded())));
    }
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(named.toArray(ESSCertIDv2[]::new)))));
    return new AttributeTable(attributes);
  }

  private static CMSSignedData stamped(CMSSignedData signed, StampClient stamps)
      throws IOException, TSPException {
    try {
      return certainlyStamped(signed, stamps);
    } catch (ReportException none) {
      stamps.missing(none);
      return signed;
    }
  }

  private static CMSSignedData certainlyStamped(CMSSignedData signed, StampClient stamps)
      throws IOException, TSPException {
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    byte[] hash = PackedFile.sha256().digest(signer.getSignature());
    TimeStampToken token = TimeStamps.ask(stamps, hash);
    ASN1ObjectIdentifier kind = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
    AttributeTable unsigned =
        new AttributeTable(
            new Attribute(kind, new DERSet(token.toCMSSignedData().toASN1Structure())));
    SignerInformation withStamp = SignerInformation.replaceUnsignedAttributes(signer, unsigned);
    return CMSSignedData.replaceSigners(signed, new SignerInformationStore(withStamp));
  }
}
