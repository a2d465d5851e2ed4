package ai.cryox.backend.series;

import java.util.zip.CRC32C;

/// The format on disk of rows: version, kind, count, one block a column, check sum.
///
/// The check sum covers the bytes and the place they belong to, so that neither a flipped bit nor a
/// blob in the wrong row goes unnoticed. Thread-safe: keeps nothing.
public final class RowsCodec {
  /// The newest version, which is written; it and all older ones are read.
  static final int VERSION = 1;

  /// More rows than any block of ours has: bounds what damaged bytes can make us allocate.
  static final int MOST_ROWS = 1 << 20;

  private static final int SUM_BYTES = Integer.BYTES;

  private RowsCodec() {}

  /// Packs rows.
  ///
  /// @param place says where the bytes will be kept; must be the same when they are read
  public static byte[] encode(Rows rows, long... place) {
    return new RowsPacker().pack(rows, place);
  }

  /// Unpacks all columns.
  ///
  /// @throws DamagedException if the bytes are not what was written there
  public static Rows decode(byte[] bytes, long... place) throws DamagedException {
    ByteReader in = opened(bytes, place);
    return read(in, Integer.MAX_VALUE);
  }

  /// Unpacks the times alone.
  ///
  /// @throws DamagedException if the bytes are not what was written there
  public static Rows decodeTimes(byte[] bytes, long... place) throws DamagedException {
    return decodeFirst(bytes, Schema.TIME + 1, place);
  }

  /// Unpacks the first few columns.
  ///
  /// @param columns how many; the others are without rows
  /// @throws DamagedException if the bytes are not what was written there
  public static Rows decodeFirst(byte[] bytes, int columns, long... place) throws DamagedException {
    return read(opened(bytes, place), columns);
  }

  /// Writes rows, each column by way of another writer.
  static void write(ByteWriter out, ByteWriter block, Rows rows) {
    out.put(rows.schema().id());
    out.varint(rows.size());
    for (int i = 0; i < rows.schema().columns().size(); i++) {
      block.clear();
      rows.column(i).write(block, rows.size());
      out.block(block);
    }
  }

  static Rows read(ByteReader in, int columns) throws DamagedException {
    Rows rows = new Rows(Schema.of(in.get()));
    int count = in.count(MOST_ROWS);
    for (int i = 0; i < Math.min(columns, rows.schema().columns().size()); i++) {
      rows.column(i).read(in.block(), count);
    }
    rows.filled(count);
    return rows;
  }

  /// Adds the check sum.
  static byte[] sealed(ByteWriter out, long... place) {
    out.putInt(sum(out.bytes(), out.size(), place));
    return out.toArray();
  }

  /// Checks the sum and the version.
  static ByteReader opened(byte[] bytes, long... place) throws DamagedException {
    int length = bytes.length - SUM_BYTES;
    if (length < 1) {
      throw new DamagedException("too few bytes");
    }
    if ((int) ByteWriter.INT.get(bytes, length) != sum(bytes, length, place)) {
      throw new DamagedException("the check sum does not match");
    }
    ByteReader in = new ByteReader(bytes, 0, length);
    int version = in.get();
    if (version != VERSION) {
      throw new DamagedException(
          "version %d of the format, which this program does not know".formatted(version));
    }
    return in;
  }

  private static int sum(byte[] bytes, int length, long... place) {
    CRC32C sum = new CRC32C();
    byte[] number = new byte[Long.BYTES];
    for (long part : place) {
      ByteWriter.LONG.set(number, 0, part);
      sum.update(number);
    }
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
