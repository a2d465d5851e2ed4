package ai.cryox.backend.store;

/// What a check looked at.
///
/// @param readings stored, each counted once
/// @param telemetry the same for telemetry
/// @param statuses the same for devices' own records
/// @param series one for each device and kind
/// @param findings how many things were wrong
public record CheckReport(
    long readings, long telemetry, long statuses, long series, long chunks, long findings) {
  /// Whether nothing was wrong.
  public boolean isSound() {
    return findings == 0;
  }
}
