package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/// Checks all signatures of a report: the seal, then those of people, each of which covers all
/// before it. They are made with one key, so that nobody can add one to somebody else's report.
///
/// @param file that bears them
/// @param all oldest first
record SignaturesCheck(Path file, List<PDSignature> all) {
  private static final String NAME = "signature";

  void into(List<Check> checks) throws IOException {
    if (all.isEmpty()) {
      checks.add(Check.bad(NAME, "It bears no signature: nobody vouches for it."));
      return;
    }
    List<PDSignature> inOrder = new ArrayList<>(all);
    inOrder.sort((one, other) -> Long.compare(end(one), end(other)));
    for (int i = 0; i < inOrder.size(); i++) {
      PDSignature signature = inOrder.get(i);
      if (i > 0) {
        person(signature, inOrder.getFirst(), checks);
      }
      new SignatureCheck(file, signature, i == inOrder.size() - 1).into(checks);
    }
  }

  private static long end(PDSignature signature) {
    int[] ranges = signature.getByteRange();
    return ranges == null || ranges.length != 4 ? Long.MAX_VALUE : (long) ranges[2] + ranges[3];
  }

  private static void person(PDSignature signature, PDSignature seal, List<Check> checks) {
    String words =
        "%s, %s: %s"
            .formatted(
                signature.getName(),
                signature.getSignDate() == null ? "" : signature.getSignDate().toInstant(),
                signature.getReason());
    byte[] sealed = certificate(seal);
    checks.add(
        sealed.length > 0 && Arrays.equals(sealed, certificate(signature))
            ? Check.good("signed", words)
            : Check.bad("signed", "This was not signed in the facility that sealed it. " + words));
  }

  /// Of who signed; empty if it cannot be told.
  private static byte[] certificate(PDSignature signature) {
    try {
      CMSSignedData signed = new CMSSignedData(SignatureCheck.content(signature));
      SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
      for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
        if (signer.getSID().match(holder)) {
          return holder.getEncoded();
        }
      }
      return new byte[0];
    } catch (CMSException | IOException | RuntimeException broken) {
      return new byte[0];
    }
  }
}
