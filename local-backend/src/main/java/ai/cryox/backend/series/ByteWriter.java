package ai.cryox.backend.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that grow while they are written. Numbers are little-endian. One thread.
final class ByteWriter {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /// For those who write: to be used by one at a time.
  final Scratch scratch = new Scratch();

  private byte[] bytes = new byte[512];
  private int size;

  private static final int LONGEST_VARINT = 10;

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  void put(int oneByte) {
    require(1);
    bytes[size++] = (byte) oneByte;
  }

  void put(byte[] source, int length) {
    require(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
  }

  /// Eight bytes, of which only the lowest `length` count.
  void putLong(long value, int length) {
    require(Long.BYTES);
    LONG.set(bytes, size, value);
    size += length;
  }

  void putInt(int value) {
    require(Integer.BYTES);
    INT.set(bytes, size, value);
    size += Integer.BYTES;
  }

  /// Seven bits a byte, the lowest first; the value counts as unsigned.
  void varint(long value) {
    require(LONGEST_VARINT);
    long left = value;
    int at = size;
    while ((left & ~0x7FL) != 0) {
      bytes[at++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[at++] = (byte) left;
    size = at;
  }

  /// A signed value, short if it is near zero.
  void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  /// Bytes with their length before them.
  void block(ByteWriter inner) {
    varint(inner.size);
    put(inner.bytes, inner.size);
  }

  void clear() {
    size = 0;
  }

  private void require(int more) {
    if (size + Long.BYTES + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + Long.BYTES + more));
    }
  }
}
