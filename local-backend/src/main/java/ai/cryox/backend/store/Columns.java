package ai.cryox.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row's columns that may be NULL.
record Columns(ResultSet row) {
  @Nullable String text(String column) throws SQLException {
    return row.getString(column);
  }

  @Nullable Double decimal(String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /// NaN for NULL.
  double decimalOrNaN(String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  @Nullable Integer whole(String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  @Nullable Boolean flag(String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }

  @Nullable Instant instant(String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  /// The other way round: SQL has no NaN.
  static @Nullable Double nullIfNaN(double value) {
    return Double.isNaN(value) ? null : value;
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
