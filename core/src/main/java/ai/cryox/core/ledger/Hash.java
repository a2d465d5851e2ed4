package ai.cryox.core.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value.
public final class Hash {
  /// How long it is, bytes.
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes.
  ///
  /// @throws IllegalArgumentException if there are not {@value #BYTES} of them
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "A hash has %d bytes, not %d.".formatted(BYTES, bytes.length));
    }
    return new Hash(bytes.clone());
  }

  /// Bytes that nobody else has: not copied.
  static Hash owned(byte[] bytes) {
    return new Hash(bytes);
  }

  /// Reads the Base64 form.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Hash parse(String base64) {
    return of(Base64.getDecoder().decode(base64));
  }

  /// Reads the hexadecimal form.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Hash parseHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /// A copy of its bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  byte[] raw() {
    return bytes;
  }

  /// Hexadecimal, lower case.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Base64, as it stands in a checkpoint.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
