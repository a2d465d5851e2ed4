package ai.cryox.backend.export;

/// What can be exported.
public enum ExportKind {
  /// Temperatures.
  READINGS,
  /// How refrigeration units work.
  TELEMETRY,
  /// Devices about themselves.
  STATUS;

  CsvTable<?> table() {
    return switch (this) {
      case READINGS -> new ReadingTable();
      case TELEMETRY -> new TelemetryTable();
      case STATUS -> new StatusTable();
    };
  }
}
