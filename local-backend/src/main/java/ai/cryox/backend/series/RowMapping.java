package ai.cryox.backend.series;

import org.jspecify.annotations.Nullable;

/// How messages of one kind become rows and messages again. One thread: it may remember.
///
/// @param <T> the kind of message
public interface RowMapping<T> {
  /// The rows' columns.
  Schema schema();

  /// Whose series it belongs to.
  String deviceId(T message);

  /// The facility it speaks of.
  String facilityId(T message);

  /// Event time, epoch milliseconds.
  long time(T message);

  /// Adds one row.
  void write(T message, Rows into);

  /// The message that a row was made of.
  T read(Rows rows, int row, String deviceId);

  /// A flag as a whole number.
  static long flag(@Nullable Boolean value) {
    return value == null ? WholeColumn.EMPTY : value ? 1 : 0;
  }

  /// A whole number as a flag.
  static @Nullable Boolean flag(long value) {
    return value == WholeColumn.EMPTY ? null : value != 0;
  }

  /// A number that may be missing, as NaN if it is.
  static double decimal(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /// NaN as a missing number.
  static @Nullable Double decimal(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /// A whole number that may be missing.
  static long whole(@Nullable Integer value) {
    return value == null ? WholeColumn.EMPTY : value;
  }

  /// The other way round.
  static @Nullable Integer whole(long value) {
    return value == WholeColumn.EMPTY ? null : (int) value;
  }
}
