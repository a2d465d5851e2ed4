package ai.cryox.backend.series;

import java.util.Arrays;

/// Reads what a {@link ByteWriter} wrote; whatever the bytes, it never reads past their end. One
/// thread.
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  ByteReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  int left() {
    return end - position;
  }

  int get() throws DamagedException {
    require(1);
    return bytes[position++] & 0xFF;
  }

  byte[] get(int length) throws DamagedException {
    require(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /// A little-endian number of that many bytes, 1 to 8.
  long getLong(int length) throws DamagedException {
    require(length);
    long value = 0;
    if (length == Long.BYTES) {
      value = (long) ByteWriter.LONG.get(bytes, position);
    } else {
      for (int i = 0; i < length; i++) {
        value |= (bytes[position + i] & 0xFFL) << (8 * i);
      }
    }
    position += length;
    return value;
  }

  long varint() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = get();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a number is longer than any number");
  }

  long zigzag() throws DamagedException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A count of something that takes at least no space: bounded by the caller's limit.
  int count(int most) throws DamagedException {
    long count = varint();
    if (count < 0 || count > most) {
      throw new DamagedException("a count of %d where at most %d can be".formatted(count, most));
    }
    return (int) count;
  }

  /// The inside of a block, and goes on after it.
  ByteReader block() throws DamagedException {
    int length = count(left());
    position += length;
    return new ByteReader(bytes, position - length, position);
  }

  private void require(int length) throws DamagedException {
    if (length > end - position) {
      throw new DamagedException("the bytes end too early");
    }
  }
}
