package ai.cryox.backend.series;

/// What can be said of a chunk without unpacking it.
///
/// @param from its first row's time, epoch milliseconds
/// @param until its last row's time, epoch milliseconds
/// @param count how many rows it has
/// @param values how many of them have a value
/// @param smallest value of all rows that have one; NaN if none has
/// @param largest value of all rows that have one; NaN if none has
/// @param sum of all values, added in order of time
public record ChunkHeader(
    long from, long until, int count, int values, double smallest, double largest, double sum) {

  /// Of rows in order of time.
  public static ChunkHeader of(Rows rows) {
    DecimalColumn column = rows.decimal(Schema.VALUE);
    int values = 0;
    double smallest = Double.NaN;
    double largest = Double.NaN;
    double sum = 0;
    for (int row = 0; row < rows.size(); row++) {
      double value = column.get(row);
      if (!Double.isNaN(value)) {
        smallest = values == 0 ? value : Math.min(smallest, value);
        largest = values == 0 ? value : Math.max(largest, value);
        sum += value;
        values++;
      }
    }
    int last = rows.size() - 1;
    return new ChunkHeader(
        rows.time(0), rows.time(last), rows.size(), values, smallest, largest, sum);
  }

  /// Whether it says the same, to the last bit.
  public boolean matches(Rows rows) {
    return rows.size() > 0 && rows.isOrdered() && equals(of(rows));
  }
}
