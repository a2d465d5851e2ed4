package ai.cryox.backend.series;

import java.util.Arrays;

/// One column of growing rows. Holds no array while all its values are the same, and nothing at all
/// while it has no value, which is so with most columns of most devices: rows beyond its size are
/// empty. One thread.
///
/// The three kinds repeat each other where arrays of `long`, `double` and texts have nothing in
/// common: every reading is copied through {@link #copyAll}, where boxes and more virtual calls
/// would be felt.
abstract sealed class Column permits WholeColumn, DecimalColumn, TextColumn {
  private static final int ALL = 0;
  private static final int NONE = 1;
  private static final int SOME = 2;

  /// Room for so many rows more when an array is made.
  static final int SPARE = 64;

  int size;

  final int size() {
    return size;
  }

  /// Sets the value of a row, the next or a later one, from another column of the same type.
  abstract void copy(int row, Column other, int otherRow);

  /// Sets so many rows, the next or later ones, from rows of another column of the same type.
  ///
  /// @param rows which of the other's, rising
  abstract void copyAll(int row, Column other, int[] rows);

  /// Forgets all values, and keeps the memory for others.
  abstract void clear();

  /// Whether all values are the same, or there are none.
  abstract boolean isUniform();

  /// Whether any row has a value. A column without one has rows all the same once it was written.
  final boolean hasValues() {
    return size > 0 && !(isUniform() && isEmpty(0));
  }

  /// Sets a row, the next or a later one, to nothing, and all before it.
  abstract void pad(int rows);

  /// A copy of the rows from ≤ row < until.
  abstract Column slice(int from, int until);

  /// Whether a row has no value.
  abstract boolean isEmpty(int row);

  /// Writes the first so many rows.
  final void write(ByteWriter out, int rows) {
    pad(rows);
    write(out);
  }

  /// Writes all rows.
  abstract void write(ByteWriter out);

  /// Reads that many rows into an empty column.
  abstract void read(ByteReader in, int rows) throws DamagedException;

  /// Writes which rows have a value.
  ///
  /// @return how many have
  final int writePresence(ByteWriter out) {
    int present = 0;
    if (isUniform()) {
      present = size == 0 || isEmpty(0) ? 0 : size;
    } else {
      for (int row = 0; row < size; row++) {
        present += isEmpty(row) ? 0 : 1;
      }
    }
    out.put(present == size ? ALL : present == 0 ? NONE : SOME);
    if (present > 0 && present < size) {
      for (int row = 0; row < size; row += 8) {
        int bits = 0;
        for (int i = 0; i < 8 && row + i < size; i++) {
          bits |= isEmpty(row + i) ? 0 : 1 << i;
        }
        out.put(bits);
      }
    }
    return present;
  }

  /// Reads what {@link #writePresence} wrote.
  static boolean[] readPresence(ByteReader in, int rows) throws DamagedException {
    boolean[] present = new boolean[rows];
    int how = in.get();
    switch (how) {
      case ALL -> Arrays.fill(present, true);
      case NONE -> {}
      case SOME -> {
        int bits = 0;
        for (int row = 0; row < rows; row++) {
          bits = row % 8 == 0 ? in.get() : bits >>> 1;
          present[row] = (bits & 1) != 0;
        }
      }
      default -> throw new DamagedException("an unknown kind of gaps " + how);
    }
    return present;
  }

  /// How much room is made when a column outgrows its array.
  static int grown(int size) {
    return size + size / 2 + SPARE;
  }

  static int count(boolean[] present) {
    int count = 0;
    for (boolean one : present) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
