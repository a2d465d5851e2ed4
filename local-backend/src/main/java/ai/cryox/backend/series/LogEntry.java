package ai.cryox.backend.series;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rows of one group commit, of any kinds and series, in the order they came.
public final class LogEntry {
  /// A commit of more is rare: the memory for it is given back.
  private static final int MOST_KEPT_ROWS = 1 << 14;

  private final Map<Schema, Part> parts = new EnumMap<>(Schema.class);

  /// Parts without rows, kept for their memory.
  private final Map<Schema, Part> idle = new EnumMap<>(Schema.class);

  /// Rows of one kind.
  ///
  /// @param series the key of each row's series
  /// @param rows as many
  record Part(WholeColumn series, Rows rows) {}

  /// One row for a series: fill it through the rows' writer, which adds exactly one.
  public Rows add(Schema schema, long series) {
    Part part = parts.get(schema);
    if (part == null) {
      part = idle.remove(schema);
      if (part == null) {
        part = new Part(new WholeColumn(), new Rows(schema));
      }
      parts.put(schema, part);
    }
    part.series.add(series);
    return part.rows;
  }

  /// Forgets all rows, so that the next commit's can be put into the same memory. Nobody may look
  /// at the old ones any more.
  public void clear() {
    for (Part part : parts.values()) {
      if (part.rows.size() <= MOST_KEPT_ROWS) {
        part.series.clear();
        part.rows.clear();
        idle.put(part.rows.schema(), part);
      }
    }
    parts.clear();
  }

  /// How many rows it has.
  public int size() {
    return parts.values().stream().mapToInt(part -> part.rows.size()).sum();
  }

  /// How many of one kind.
  public int size(Schema schema) {
    Part part = parts.get(schema);
    return part == null ? 0 : part.rows.size();
  }

  /// Told of each row.
  @FunctionalInterface
  public interface RowConsumer {
    /// @param series the key of its series
    void accept(long series, Rows rows, int row);
  }

  /// Tells of all rows, kind by kind, in order.
  public void forEach(RowConsumer consumer) {
    for (Part part : parts.values()) {
      for (int row = 0; row < part.rows.size(); row++) {
        consumer.accept(part.series.get(row), part.rows, row);
      }
    }
  }

  /// Packs it.
  ///
  /// @param sequence its number
  public byte[] encode(long sequence) {
    return new RowsPacker().pack(this, sequence);
  }

  void write(ByteWriter out, ByteWriter block) {
    out.varint(parts.size());
    for (Part part : parts.values()) {
      RowsCodec.write(out, block, part.rows);
      block.clear();
      part.series.write(block);
      out.block(block);
    }
  }

  /// Unpacks one.
  ///
  /// @throws DamagedException if the bytes are not what was written under that number
  public static LogEntry decode(byte[] bytes, long sequence) throws DamagedException {
    ByteReader in = RowsCodec.opened(bytes, sequence);
    LogEntry entry = new LogEntry();
    List<Part> parts = new ArrayList<>();
    for (int left = in.count(Schema.values().length); left > 0; left--) {
      Rows rows = RowsCodec.read(in, Integer.MAX_VALUE);
      WholeColumn series = new WholeColumn();
      series.read(in.block(), rows.size());
      parts.add(new Part(series, rows));
    }
    parts.forEach(part -> entry.parts.put(part.rows.schema(), part));
    return entry;
  }
}
