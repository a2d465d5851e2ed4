package ai.cryox.backend.identity;

import java.time.Duration;

/// How much those are slowed who fail to prove themselves.
///
/// @param refusal before every refusal
/// @param first before a claim is looked at, after one failure from its address; doubles with each
/// @param longest of that
/// @param memory an address that did not fail for so long is forgotten
public record Delays(Duration refusal, Duration first, Duration longest, Duration memory) {
  /// A device with a wrong key hardly notices; who guesses gets nowhere.
  public static final Delays USUAL =
      new Delays(
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10));

  private static final int MOST_DOUBLINGS = 10;

  /// Before a claim is looked at.
  Duration after(int failures) {
    if (failures == 0) {
      return Duration.ZERO;
    }
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
