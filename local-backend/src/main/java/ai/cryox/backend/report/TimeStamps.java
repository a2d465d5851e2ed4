package ai.cryox.backend.report;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Time stamps of RFC 3161. Any thread.
public final class TimeStamps {
  private TimeStamps() {}

  /// Has a hash stamped.
  ///
  /// @param sha256 of what is stamped
  /// @throws ReportException if the authority refused or did not answer, with a sentence
  /// @throws TSPException if it answered something else
  /// @throws IOException if its answer cannot be read
  static TimeStampToken ask(StampClient stamps, byte[] sha256) throws IOException, TSPException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            NISTObjectIdentifiers.id_sha256, sha256, new BigInteger(64, new SecureRandom()));
    TimeStampResponse response = new TimeStampResponse(stamps.ask(request.getEncoded()));
    response.validate(request);
    TimeStampToken token = response.getTimeStampToken();
    if (token == null) {
      throw new ReportException(
          "The time-stamp authority refused: %s.".formatted(response.getStatusString()));
    }
    return token;
  }

  /// What a token says.
  ///
  /// @param authority whose certificate is in it
  /// @param at by the authority's clock
  public record Stamp(String authority, Instant at) {}

  /// Has a hash stamped.
  ///
  /// @return the token, DER
  /// @throws ReportException if there is none, with a sentence
  public static byte[] token(StampClient stamps, byte[] sha256) {
    try {
      return ask(stamps, sha256).getEncoded();
    } catch (IOException | TSPException | RuntimeException odd) {
      if (odd instanceof ReportException known) {
        throw known;
      }
      throw new ReportException(
          "The time-stamp authority answered what is no stamp (%s).".formatted(odd.getMessage()),
          odd);
    }
  }

  /// Checks a token: that it is signed by the authority in it, and stamps this hash.
  ///
  /// @throws ReportException if it is not, with the reason
  public static Stamp check(byte[] token, byte[] sha256) {
    try {
      return check(new TimeStampToken(new CMSSignedData(token)), sha256);
    } catch (CMSException
        | IOException
        | TSPException
        | OperatorCreationException
        | CertificateException
        | RuntimeException broken) {
      throw new ReportException(String.valueOf(broken.getMessage()), broken);
    }
  }

  static Stamp check(TimeStampToken token, byte[] sha256)
      throws CMSException, TSPException, OperatorCreationException, CertificateException {
    X509CertificateHolder authority = authority(token);
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
    if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), sha256)) {
      throw new CMSException("it stamps something else");
    }
    return new Stamp(
        authority.getSubject().toString(), token.getTimeStampInfo().getGenTime().toInstant());
  }

  private static X509CertificateHolder authority(TimeStampToken token) throws CMSException {
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      if (token.getSID().match(holder)) {
        return holder;
      }
    }
    throw new CMSException("it has no certificate");
  }
}
