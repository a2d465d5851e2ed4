package ai.cryox.core.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A shared access signature, as devices made for Azure IoT Hub send it for a password:
/// `SharedAccessSignature sr={resource}&sig={signature}&se={expiry}`, its parts in any order.
///
/// @param resource what it opens, encoded exactly as it came: that is what was signed
/// @param signature HMAC-SHA256 of the resource, a line feed and the expiry
/// @param expiry Unix seconds, as they came
/// @param policy the hub policy that it names, or `null` for a device's own key
public record SasToken(String resource, byte[] signature, String expiry, @Nullable String policy) {
  private static final String PREFIX = "SharedAccessSignature ";
  private static final String ALGORITHM = "HmacSHA256";
  private static final Set<String> PARTS = Set.of("sr", "sig", "se", "skn");

  /// Enough for the year 33,658; a longer one would not be a time.
  private static final String EXPIRY = "[0-9]{1,12}";

  /// Reads a token.
  ///
  /// @return `null` if the text is none
  public static @Nullable SasToken parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return null;
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : text.substring(PREFIX.length()).split("&", -1)) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(0, equals));
      if (!PARTS.contains(name) || parts.put(name, part.substring(equals + 1)) != null) {
        return null;
      }
    }
    return of(parts);
  }

  private static @Nullable SasToken of(Map<String, String> parts) {
    String resource = parts.getOrDefault("sr", "");
    String expiry = parts.getOrDefault("se", "");
    String policy = parts.getOrDefault("skn", "");
    byte[] signature = signature(parts.getOrDefault("sig", ""));
    return resource.isEmpty() || signature.length == 0 || !expiry.matches(EXPIRY)
        ? null
        : new SasToken(resource, signature, expiry, policy.isEmpty() ? null : policy);
  }

  private static byte[] signature(String encoded) {
    String base64 = unescape(encoded);
    try {
      return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      return new byte[0];
    }
  }

  /// A plus sign stands for itself: some tools leave Base64's unescaped. `null` = broken.
  private static @Nullable String unescape(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  /// A token that opens one device of a host until then.
  public static String make(String host, String deviceId, byte[] key, Instant expiresAt) {
    String resource = escape(host + "/devices/" + deviceId);
    String expiry = Long.toString(expiresAt.getEpochSecond());
    String signature = Base64.getEncoder().encodeToString(sign(resource, expiry, key));
    return PREFIX + "sr=" + resource + "&sig=" + escape(signature) + "&se=" + expiry;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] sign(String resource, String expiry, byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal((resource + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
    }
  }

  /// Whether it was signed with this key; takes the same time for every wrong signature.
  public boolean isSignedWith(byte[] key) {
    return MessageDigest.isEqual(sign(resource, expiry, key), signature);
  }

  /// Whether it opens this device: `{host}/devices/{deviceId}`, and more segments if need be. A
  /// token of a hub policy opens nothing: there are no policies here.
  public boolean isFor(String deviceId) {
    String plain = unescape(resource);
    if (policy != null || plain == null) {
      return false;
    }
    String[] segment = plain.split("/", 4);
    return segment.length >= 3 && segment[1].equals("devices") && segment[2].equals(deviceId);
  }

  /// From when on it opens nothing.
  public Instant expiresAt() {
    return Instant.ofEpochSecond(Long.parseLong(expiry));
  }

  /// Without the signature: tokens do not belong into logs.
  @Override
  public String toString() {
    return "SasToken[%s until %s]".formatted(resource, expiresAt());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SasToken that
        && resource.equals(that.resource)
        && MessageDigest.isEqual(signature, that.signature)
        && expiry.equals(that.expiry)
        && Objects.equals(policy, that.policy);
  }

  @Override
  public int hashCode() {
    return resource.hashCode() * 31 + expiry.hashCode();
  }
}
