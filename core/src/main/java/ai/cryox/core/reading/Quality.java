package ai.cryox.core.reading;

import org.jspecify.annotations.Nullable;

/// How far a reading's value can be trusted. A doubtful value is still classified: an alarm too
/// many is cheaper than one too few.
public enum Quality {
  /// Nothing speaks against it.
  GOOD,
  /// The device itself doubts it: its `confidence` is below one half.
  UNCERTAIN;

  /// The quality that a device's own confidence gives, 0 to 1; `null` means the device said
  /// nothing.
  public static Quality of(@Nullable Double confidence) {
    return confidence != null && confidence < 0.5 ? UNCERTAIN : GOOD;
  }
}
