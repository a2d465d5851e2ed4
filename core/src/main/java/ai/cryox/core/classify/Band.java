package ai.cryox.core.classify;

import ai.cryox.core.alarm.Severity;
import org.jspecify.annotations.Nullable;

/// Where a value lies in its profile, delays and deadbands taken into account.
public enum Band {
  /// Critically cold.
  LOW_LOW(Severity.CRITICAL),
  /// Cold.
  LOW(Severity.WARNING),
  /// In range.
  NORMAL(null),
  /// Warm.
  HIGH(Severity.WARNING),
  /// Critically warm.
  HIGH_HIGH(Severity.CRITICAL);

  private final @Nullable Severity severity;

  Band(@Nullable Severity severity) {
    this.severity = severity;
  }

  /// How bad it is; `null` in range.
  public @Nullable Severity severity() {
    return severity;
  }
}
