package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.StatusRows;
import ai.cryox.backend.series.TelemetryRows;

/// A series as a check sees it: who it belongs to, and what its rows say. One thread.
final class CheckedSeries {
  static final String RESTORE =
      "export what is left with `cryox export` and restore a backup from before";

  private final long key;
  private final Schema kind;
  private final String deviceId;
  private final RowMapping<?> mapping;

  CheckedSeries(long key, Schema kind, String deviceId) {
    this.key = key;
    this.kind = kind;
    this.deviceId = deviceId;
    this.mapping =
        switch (kind) {
          case READING -> new ReadingRows();
          case TELEMETRY -> new TelemetryRows();
          case STATUS -> new StatusRows();
        };
  }

  long key() {
    return key;
  }

  Schema kind() {
    return kind;
  }

  /// What is wrong with rows of this series.
  Finding finding(String record, Finding.Period period, String what) {
    return new Finding(record, whose(), period, what, RESTORE);
  }

  /// What is wrong with something of this series that has no period.
  Finding finding(String record, String what) {
    return new Finding(record, whose(), null, what, RESTORE);
  }

  private String whose() {
    return switch (kind) {
      case READING -> deviceId;
      case TELEMETRY -> deviceId + " (telemetry)";
      case STATUS -> deviceId + " (device records)";
    };
  }

  /// @throws DamagedException if the rows are of another kind
  Rows require(Rows rows) throws DamagedException {
    if (rows.schema() != kind) {
      throw new DamagedException("it holds rows of another kind, " + rows.schema());
    }
    return rows;
  }

  /// Whether two rows say the same.
  boolean same(Rows rows, int row, Rows others, int other) {
    return mapping.read(rows, row, deviceId).equals(mapping.read(others, other, deviceId));
  }
}
