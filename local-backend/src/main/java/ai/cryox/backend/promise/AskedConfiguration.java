package ai.cryox.backend.promise;

import java.time.Duration;
import java.time.Instant;

/// That a device was told a configuration.
///
/// @param version of the device's desired properties that says it
/// @param askedBy who wanted it
public record AskedConfiguration(String deviceId, long version, Instant askedAt, String askedBy) {
  /// For how long it is worth waiting that the device takes it over.
  public static final Duration WAITED_FOR = Duration.ofDays(7);

  /// When nobody needs to wait any more.
  public Instant expiresAt() {
    return askedAt.plus(WAITED_FOR);
  }
}
