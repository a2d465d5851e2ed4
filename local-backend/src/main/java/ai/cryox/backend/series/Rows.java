package ai.cryox.backend.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows of one kind, column by column. One thread.
public final class Rows {
  private final Schema schema;
  private final Column[] columns;
  private final WholeColumn times;
  private int size;

  /// How many rows from the first on are in order of time, each later than the one before.
  private int ordered;

  /// No rows yet.
  public Rows(Schema schema) {
    this(schema, schema.columns().stream().map(ColumnType::empty).toArray(Column[]::new));
  }

  private Rows(Schema schema, Column[] columns) {
    this.schema = schema;
    this.columns = columns;
    this.times = (WholeColumn) columns[Schema.TIME];
  }

  /// Their kind.
  public Schema schema() {
    return schema;
  }

  /// How many there are.
  public int size() {
    return size;
  }

  /// Event time of a row, epoch milliseconds.
  public long time(int row) {
    return times.get(row);
  }

  /// Adds a row of other rows of the same kind.
  public void copy(Rows other, int row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].copy(size, other.columns[i], row);
    }
    added();
  }

  /// Adds some rows of other rows of the same kind.
  ///
  /// @param rows which, rising
  void copyAll(Rows other, int[] rows) {
    for (int i = 0; i < columns.length; i++) {
      Column from = other.columns[i];
      if (from.hasValues()) {
        columns[i].copyAll(size, from, rows);
      }
    }
    for (int at = 0; at < rows.length; at++) {
      added();
    }
  }

  /// Adds all rows of other rows of the same kind.
  public void copyAll(Rows other) {
    for (int row = 0; row < other.size; row++) {
      copy(other, row);
    }
  }

  /// The row of that time, or −1.
  public int find(long time) {
    if (isOrdered()) {
      int row = firstNotBefore(time, size);
      return row < size && time(row) == time ? row : -1;
    }
    for (int row = size - 1; row >= 0; row--) {
      if (time(row) == time) {
        return row;
      }
    }
    return -1;
  }

  /// The first row not before that time, among the first so many, which are in order of time.
  public int firstNotBefore(long time, int among) {
    int low = 0;
    int high = among;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first so many rows in order of time.
  public int[] order(int among) {
    int[] rows = new int[among];
    if (ordered >= among) {
      Arrays.setAll(rows, row -> row);
      return rows;
    }
    Integer[] sorted = new Integer[among];
    Arrays.setAll(sorted, row -> row);
    Arrays.sort(sorted, (a, b) -> Long.compare(time(a), time(b)));
    Arrays.setAll(rows, row -> sorted[row]);
    return rows;
  }

  /// A copy of the rows from ≤ row < until.
  Rows slice(int from, int until) {
    Column[] parts = new Column[columns.length];
    Arrays.setAll(parts, i -> columns[i].slice(from, until));
    Rows slice = new Rows(schema, parts);
    slice.filled(until - from);
    return slice;
  }

  /// Copies of some rows, in order of time.
  ///
  /// @param rows an {@link #order}
  Rows select(int[] rows, int from, int until) {
    if (isOrdered()) {
      return slice(from, until);
    }
    Rows selected = new Rows(schema);
    for (int i = from; i < until; i++) {
      selected.copy(this, rows[i]);
    }
    return selected;
  }

  /// Whether all rows are in order of time, no two at the same.
  public boolean isOrdered() {
    return ordered >= size();
  }

  WholeColumn whole(int column) {
    return (WholeColumn) columns[column];
  }

  DecimalColumn decimal(int column) {
    return (DecimalColumn) columns[column];
  }

  TextColumn text(int column) {
    return (TextColumn) columns[column];
  }

  Column column(int column) {
    return columns[column];
  }

  /// Sets a value of the row that is being added.
  void set(int column, long value) {
    whole(column).set(size, value);
  }

  /// Sets a value of the row that is being added; NaN for nothing.
  void set(int column, double value) {
    decimal(column).set(size, value);
  }

  /// Sets a value of the row that is being added.
  void set(int column, @Nullable String value) {
    text(column).set(size, value);
  }

  /// Called when every column has got its value of one more row.
  void added() {
    if (ordered == size && (size == 0 || time(size) > time(size - 1))) {
      ordered++;
    }
    size++;
  }

  /// Forgets all rows, and keeps the memory for others.
  void clear() {
    for (Column column : columns) {
      column.clear();
    }
    size = 0;
    ordered = 0;
  }

  /// Called when all columns were filled at once.
  void filled(int rows) {
    size = rows;
    ordered = Math.min(1, rows);
    while (ordered < rows && time(ordered) > time(ordered - 1)) {
      ordered++;
    }
  }
}
