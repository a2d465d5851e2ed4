package ai.cryox.core.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One electronic signature of a stored report (21 CFR 11.50): who, when, what it means, and what
/// was signed. Its hash covers all of that and the signature before it, so that it is good for this
/// report and no other (11.70).
///
/// @param reportId the report it belongs to
/// @param place 1 for the first signature of the report
/// @param step what it means
/// @param userId lasting id of who signed
/// @param name of theirs, as it is printed
/// @param at when, by the backend's clock
/// @param comment in their words; may be empty
/// @param signed SHA-256 of the document as they saw it, hexadecimal
/// @param document SHA-256 of the document with this signature in it
/// @param hash of all of this, hexadecimal
public record ReportSignature(
    String reportId,
    int place,
    ReportStep step,
    String userId,
    String name,
    Instant at,
    String comment,
    String signed,
    String document,
    String hash) {
  /// A fresh one.
  ///
  /// @param before hash of the signature before it; empty for the first
  public static ReportSignature of(
      String reportId,
      int place,
      ReportStep step,
      String userId,
      String name,
      Instant at,
      String comment,
      String signed,
      String document,
      String before) {
    ReportSignature bare =
        new ReportSignature(reportId, place, step, userId, name, at, comment, signed, document, "");
    return new ReportSignature(
        reportId,
        place,
        step,
        userId,
        name,
        at,
        comment,
        signed,
        document,
        bare.expectedHash(before));
  }

  /// The hash that it must have.
  ///
  /// @param before hash of the signature before it; empty for the first
  public String expectedHash(String before) {
    MessageDigest digest = sha256();
    for (String part :
        new String[] {
          "cryox report signature 1",
          reportId,
          Integer.toString(place),
          step.name(),
          userId,
          name,
          Long.toString(at.toEpochMilli()),
          comment,
          signed,
          document,
          before
        }) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
