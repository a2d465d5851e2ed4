package ai.cryox.core.classify;

import java.time.Duration;

/// How fast a temperature may change, up or down.
///
/// @param perMinute °C a minute, above 0; as a mean over `over`
/// @param over the time that the mean is taken over; with it, one odd reading is no change
public record RateLimit(double perMinute, Duration over) {
  /// Nothing longer makes sense as a rate, and nothing shorter as a mean.
  static final Duration LONGEST = Duration.ofHours(2);

  public RateLimit {
    if (!(perMinute > 0) || !Double.isFinite(perMinute)) {
      throw new IllegalArgumentException("A rate limit must be more than 0 °C a minute.");
    }
    if (over.toMillis() < 1_000 || over.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A rate must be measured over one second to two hours, not %s.".formatted(over));
    }
  }
}
