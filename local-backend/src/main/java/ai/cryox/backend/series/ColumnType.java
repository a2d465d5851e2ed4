package ai.cryox.backend.series;

/// What a column holds.
enum ColumnType {
  /// Whole numbers, or nothing.
  WHOLE,
  /// Decimal numbers, or nothing.
  DECIMAL,
  /// Texts, or nothing.
  TEXT;

  Column empty() {
    return switch (this) {
      case WHOLE -> new WholeColumn();
      case DECIMAL -> new DecimalColumn();
      case TEXT -> new TextColumn();
    };
  }
}
