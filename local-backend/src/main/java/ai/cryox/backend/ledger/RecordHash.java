package ai.cryox.backend.ledger;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// What is hashed of each record: all of it, and where it belongs. One thread.
public final class RecordHash {
  private final TreeHash hashing = new TreeHash();

  /// All of a chunk but its bytes.
  ///
  /// @param kind of its rows
  /// @param from its first row, epoch milliseconds
  /// @param until its last row, epoch milliseconds
  /// @param smallest NaN = no value
  /// @param largest NaN = no value
  public record ChunkFacts(
      int kind,
      String deviceId,
      long from,
      long until,
      int rows,
      int values,
      double smallest,
      double largest,
      double sum) {
    /// The bytes that stand for it in the hash.
    public byte[] encode() {
      return new LeafWriter()
          .one(kind)
          .text(deviceId)
          .signed(from)
          .signed(until)
          .number(rows)
          .number(values)
          .number(bits(smallest))
          .number(bits(largest))
          .number(bits(sum))
          .toArray();
    }

    /// Reads what {@link #encode} wrote.
    ///
    /// @throws DamagedException if it did not
    public static ChunkFacts decode(byte[] bytes) throws DamagedException {
      LeafReader in = new LeafReader(bytes);
      return new ChunkFacts(
          in.one(),
          in.text(),
          in.signed(),
          in.signed(),
          (int) in.number(),
          (int) in.number(),
          Double.longBitsToDouble(in.number()),
          Double.longBitsToDouble(in.number()),
          Double.longBitsToDouble(in.number()));
    }

    /// The database keeps no negative zero.
    private static long bits(double value) {
      return Double.doubleToLongBits(value + 0.0);
    }
  }

  /// Of a chunk.
  public Hash chunk(ChunkFacts facts, byte[] data) {
    return hashing.of(utf8("chunk 1\n"), facts.encode(), data);
  }

  /// Of what was saved of a series that is not sealed.
  public Hash tail(int kind, String deviceId, long sequence, byte[] data) {
    return hashing.of(utf8("tail 1\n"), tailFacts(kind, deviceId, sequence), data);
  }

  /// All of what was saved of a series but its bytes.
  public static byte[] tailFacts(int kind, String deviceId, long sequence) {
    return new LeafWriter().one(kind).text(deviceId).number(sequence).toArray();
  }

  /// Of a row of the log. Its check sum holds its place.
  public Hash log(long sequence, byte[] data) {
    return hashing.of(utf8("log 1\n"), new LeafWriter().number(sequence).toArray(), data);
  }

  /// The words of a row of a table: all columns that have a value, by name. A column that is added
  /// later must be empty in older rows.
  ///
  /// @param columns whole numbers, decimal numbers and texts
  public static byte[] row(String table, SortedMap<String, Object> columns) {
    LeafWriter out = new LeafWriter().text(table + " 1");
    for (Map.Entry<String, Object> column : columns.entrySet()) {
      out.text(column.getKey());
      switch (column.getValue()) {
        case Double decimal -> out.one('d').number(Double.doubleToLongBits(decimal));
        case Number whole -> out.one('n').signed(whole.longValue());
        default -> out.one('t').text(column.getValue().toString());
      }
    }
    return out.toArray();
  }

  /// A row's words as people read them.
  ///
  /// @throws DamagedException if they are not those of a row
  static String words(byte[] row) throws DamagedException {
    LeafReader in = new LeafReader(row);
    StringBuilder words = new StringBuilder(in.text().replaceAll(" 1$", ""));
    while (!in.isAtEnd()) {
      words.append(words.indexOf(":") < 0 ? ": " : ", ").append(in.text()).append(" = ");
      switch (in.one()) {
        case 'd' -> words.append(Double.longBitsToDouble(in.number()));
        case 'n' -> words.append(in.signed());
        case 't' -> words.append(in.text());
        default -> throw new DamagedException("an unknown kind of value");
      }
    }
    return words.toString();
  }

  /// The leaf hash of any leaf's words.
  public Hash leaf(byte[] words) {
    return hashing.leaf(words);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
