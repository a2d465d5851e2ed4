package ai.cryox.backend.series;

/// Packs rows again and again in the same memory, in the format of {@link RowsCodec}. One thread.
public final class RowsPacker {
  private final ByteWriter out = new ByteWriter();
  private final ByteWriter block = new ByteWriter();

  /// Packs rows.
  ///
  /// @param place says where the bytes will be kept; must be the same when they are read
  public byte[] pack(Rows rows, long... place) {
    out.clear();
    out.put(RowsCodec.VERSION);
    RowsCodec.write(out, block, rows);
    return RowsCodec.sealed(out, place);
  }

  /// Packs an entry of the log.
  ///
  /// @param sequence its number
  public byte[] pack(LogEntry entry, long sequence) {
    out.clear();
    out.put(RowsCodec.VERSION);
    entry.write(out, block);
    return RowsCodec.sealed(out, sequence);
  }
}
