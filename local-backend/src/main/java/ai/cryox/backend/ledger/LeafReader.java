package ai.cryox.backend.ledger;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what {@link LeafWriter} wrote. One thread.
final class LeafReader {
  private static final int MOST_SHIFT = 63;

  private final byte[] bytes;
  private int at;

  LeafReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int one() throws DamagedException {
    if (at >= bytes.length) {
      throw new DamagedException("it ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  long number() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
      int next = one();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new DamagedException("a number is too long");
  }

  long signed() throws DamagedException {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  Hash hash() throws DamagedException {
    return Hash.of(take(Hash.BYTES));
  }

  byte[] bytes() throws DamagedException {
    return take(number());
  }

  private byte[] take(long length) throws DamagedException {
    if (length < 0 || length > bytes.length - at) {
      throw new DamagedException("it ends too early");
    }
    at += (int) length;
    return Arrays.copyOfRange(bytes, at - (int) length, at);
  }

  String text() throws DamagedException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }
}
