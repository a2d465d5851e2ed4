package ai.cryox.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of an Ed25519 key that signs notes, as C2SP's signed-note writes it:
/// `name+id+key`.
public final class VerifierKey {
  /// How C2SP numbers Ed25519.
  private static final byte ED25519 = 1;

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  /// What stands before the key's 32 bytes in X.509's form.
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final byte[] id;

  private VerifierKey(String name, byte[] key) {
    if (name.isBlank() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "A key's name has neither spaces nor '+', not '" + name + "'.");
    }
    this.name = name;
    this.key = key;
    byte[] typed = typed(key);
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    this.id = Arrays.copyOf(new TreeHash().of(line, typed).raw(), ID_BYTES);
  }

  private static byte[] typed(byte[] key) {
    byte[] typed = new byte[KEY_BYTES + 1];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_BYTES);
    return typed;
  }

  /// A Java key under a name.
  ///
  /// @throws IllegalArgumentException if it is no Ed25519 key, or the name cannot be written
  public static VerifierKey of(String name, PublicKey key) {
    byte[] encoded = key.getEncoded();
    int prefix = X509_PREFIX.length;
    if (encoded.length != prefix + KEY_BYTES
        || !Arrays.equals(encoded, 0, prefix, X509_PREFIX, 0, prefix)) {
      throw new IllegalArgumentException("That is no Ed25519 key.");
    }
    return new VerifierKey(name, Arrays.copyOfRange(encoded, prefix, encoded.length));
  }

  /// Reads `name+id+key`.
  ///
  /// @throws IllegalArgumentException if it is no such key, with a sentence
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length == 3) {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length == KEY_BYTES + 1 && typed[0] == ED25519) {
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (HexFormat.of().formatHex(key.id).equals(parts[1])) {
          return key;
        }
      }
    }
    throw new IllegalArgumentException(
        "A verifier key is name+id+key, the key being Ed25519; '%s' is none.".formatted(text));
  }

  /// Its name.
  public String name() {
    return name;
  }

  byte[] id() {
    return id;
  }

  /// Whether it made that signature of that text.
  boolean verifies(byte[] text, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
      System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(key);
  }

  /// `name+id+key`.
  @Override
  public String toString() {
    return "%s+%s+%s"
        .formatted(
            name, HexFormat.of().formatHex(id), Base64.getEncoder().encodeToString(typed(key)));
  }
}
