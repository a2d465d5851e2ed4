package ai.cryox.backend.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of one data folder, in a file for its owner only: seals what must be stored and yet not
/// be read in a copy of the database. Thread-safe.
public final class KeyFile {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final byte[] key;
  private final SecureRandom random = new SecureRandom();

  private KeyFile(Path file, byte[] key) {
    this.file = file;
    this.key = key;
  }

  /// Reads the key, or makes it the first time.
  ///
  /// @throws IdentityException if it cannot be read or written, or is damaged
  public static KeyFile open(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        OwnerOnlyFile.write(file, fresh);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new IOException("it has %d bytes instead of %d".formatted(key.length, KEY_BYTES));
      }
      return new KeyFile(file, key);
    } catch (IOException failed) {
      throw new IdentityException(
          "The key file %s cannot be used: %s. Restore it from a backup; without it the stored device keys are lost."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  /// Encrypts a secret (AES-256-GCM).
  ///
  /// @param owner what it belongs to: it opens only for the same
  /// @return Base64
  public String seal(byte[] secret, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
      byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has AES-GCM", impossible);
    }
  }

  /// Decrypts what {@link #seal} made.
  ///
  /// @throws IdentityException if it was sealed with another key file, for another owner, or is
  ///   damaged
  public byte[] open(String sealed, String owner) {
    try {
      byte[] whole = Base64.getDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, owner)
          .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException failed) {
      throw new IdentityException(
          "The stored key of %s does not open with %s: one of the two is from another installation. Make new keys with `cryox device rotate`."
              .formatted(owner, file),
          failed);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /// A password for a key store, which only this key file gives.
  char[] password(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] password = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(password).toCharArray();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has HMAC-SHA256", impossible);
    }
  }
}
