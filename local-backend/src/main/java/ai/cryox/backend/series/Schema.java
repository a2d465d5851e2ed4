package ai.cryox.backend.series;

import java.util.List;

/// Which columns the rows of one kind have. The first is always the event time, epoch milliseconds.
///
/// The order is part of the format on disk: columns may be added at the end, in a later version of
/// the format, and never move.
public enum Schema {
  /// Temperatures: see {@link ReadingRows}.
  READING(
      1,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.WHOLE,
      ColumnType.TEXT,
      ColumnType.TEXT,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.TEXT),
  /// How refrigeration units work: see {@link TelemetryRows}.
  TELEMETRY(
      2,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.TEXT,
      ColumnType.TEXT),
  /// Devices about themselves: see {@link StatusRows}.
  STATUS(
      3,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.WHOLE,
      ColumnType.TEXT,
      ColumnType.TEXT,
      ColumnType.WHOLE,
      ColumnType.DECIMAL,
      ColumnType.DECIMAL,
      ColumnType.TEXT,
      ColumnType.TEXT,
      ColumnType.TEXT);

  /// The column of the event time.
  static final int TIME = 0;

  /// The column that a chunk's smallest, largest and sum are of: temperature, power, battery.
  public static final int VALUE = 1;

  private final int id;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<ColumnType> columns;

  Schema(int id, ColumnType... columns) {
    this.id = id;
    this.columns = List.of(columns);
  }

  /// Its number on disk.
  public int id() {
    return id;
  }

  List<ColumnType> columns() {
    return columns;
  }

  /// The schema of a number on disk.
  ///
  /// @throws DamagedException if there is none
  public static Schema of(int id) throws DamagedException {
    for (Schema schema : values()) {
      if (schema.id == id) {
        return schema;
      }
    }
    throw new DamagedException("an unknown kind of rows " + id);
  }
}
