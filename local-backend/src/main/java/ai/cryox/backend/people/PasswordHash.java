package ai.cryox.backend.people;

import ai.cryox.core.backend.BackendException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, written as PHC strings (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`), so that the cost can
/// rise without making old passwords useless. At most two are worked out at one time: who floods
/// the sign-in takes neither the memory nor the processor away from monitoring. Thread-safe.
final class PasswordHash {
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONE_TIME = 2;
  private static final int MOST_WAITING = 6;
  private static final int MOST_MEMORY_KIB = 1_048_576;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Semaphore gate = new Semaphore(AT_ONE_TIME, true);
  private final SecureRandom random = new SecureRandom();
  private final HashCost usual;
  private final String nobody;

  /// @param usual of fresh hashes
  PasswordHash(HashCost usual) {
    this.usual = usual;
    this.nobody = phc(random(SALT_BYTES), random(HASH_BYTES));
  }

  /// A fresh hash.
  ///
  /// @throws BackendException if too many are under way
  String make(char[] password) {
    byte[] salt = random(SALT_BYTES);
    return phc(salt, compute(password, salt, usual, HASH_BYTES));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private String phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            usual.memoryKib(),
            usual.passes(),
            LANES,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /// Whether this is the password.
  ///
  /// @throws IllegalStateException if the hash is none of ours
  /// @throws BackendException if too many are under way
  boolean matches(char[] password, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalStateException("a stored password hash is damaged");
    }
    HashCost cost =
        new HashCost(
            Math.min(Integer.parseInt(parts.group(1)), MOST_MEMORY_KIB),
            Integer.parseInt(parts.group(2)));
    byte[] salt = Base64.getDecoder().decode(parts.group(3));
    byte[] wanted = Base64.getDecoder().decode(parts.group(4));
    return MessageDigest.isEqual(wanted, compute(password, salt, cost, wanted.length));
  }

  /// Of nobody's password: to compare with where there is no account, so that it takes as long. By
  /// chance rather than of a word: no start waits for it, and nothing is its password.
  String nobody() {
    return nobody;
  }

  private byte[] compute(char[] password, byte[] salt, HashCost cost, int length) {
    byte[] utf8 = utf8(password);
    enter();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib())
              .withIterations(cost.passes())
              .withParallelism(LANES)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      argon2.generateBytes(utf8, hash);
      return hash;
    } finally {
      gate.release();
      Arrays.fill(utf8, (byte) 0);
    }
  }

  private void enter() {
    if (gate.getQueueLength() >= MOST_WAITING) {
      throw new BackendException("Too many people sign in at this moment. Try again.");
    }
    gate.acquireUninterruptibly();
  }

  /// One form for what looks the same: keyboards differ in how they compose an umlaut.
  private static byte[] utf8(char[] password) {
    CharSequence text = CharBuffer.wrap(password);
    CharBuffer composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? CharBuffer.wrap(password)
            : CharBuffer.wrap(Normalizer.normalize(text, Normalizer.Form.NFC));
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.clear();
    while (encoded.hasRemaining()) {
      encoded.put((byte) 0);
    }
    return bytes;
  }
}
