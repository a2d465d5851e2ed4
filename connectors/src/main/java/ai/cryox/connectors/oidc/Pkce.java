package ai.cryox.connectors.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Proof that whoever changes a code into tokens is who asked for it (RFC 7636).
///
/// @param verifier known to nobody else until the end
/// @param challenge its SHA-256, which may be seen
record Pkce(String verifier, String challenge) {
  private static final int BYTES = 32;

  static Pkce make(SecureRandom random) {
    String verifier = secret(random);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return new Pkce(verifier, text(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /// 256 random bits as a text.
  static String secret(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "Pkce[" + challenge + "]";
  }
}
