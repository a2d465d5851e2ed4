package ai.cryox.connectors.notify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a webhook's call proves where it comes from: `sha256=` and the HMAC-SHA256 (RFC 2104), in
/// hexadecimal, of the timestamp, a full stop and the body. The timestamp, in seconds, keeps an old
/// call from being played again.
final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  static String of(char[] key, String timestamp, byte[] body) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(key));
    byte[] secret = new byte[encoded.remaining()];
    encoded.get(secret);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
