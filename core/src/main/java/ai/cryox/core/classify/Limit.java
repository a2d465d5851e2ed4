package ai.cryox.core.classify;

import java.time.Duration;

/// One boundary of a storage profile. Whether it is an upper or a lower one follows from its place
/// in the profile.
///
/// @param value °C
/// @param inclusive whether the value itself already violates
/// @param deadband °C, 0 or more: how far back inside a value must come to count as returned
/// @param onDelay how long it must be violated, in event time, before that counts
/// @param offDelay how long it must be back, in event time, before that counts
public record Limit(
    double value, boolean inclusive, double deadband, Duration onDelay, Duration offDelay) {
  public Limit {
    if (!Double.isFinite(value) || !(deadband >= 0)) {
      throw new IllegalArgumentException("A limit needs a value, and a deadband of 0 °C or more.");
    }
    if (onDelay.isNegative() || offDelay.isNegative()) {
      throw new IllegalArgumentException("A delay cannot be negative.");
    }
  }

  /// A limit that counts at once and is back at once.
  public static Limit at(double value) {
    return new Limit(value, false, 0, Duration.ZERO, Duration.ZERO);
  }

  /// The same limit whose own value violates too.
  public Limit including() {
    return new Limit(value, true, deadband, onDelay, offDelay);
  }

  /// The same limit with a deadband, °C.
  public Limit deadband(double width) {
    return new Limit(value, inclusive, width, onDelay, offDelay);
  }

  /// The same limit with delays.
  public Limit delays(Duration on, Duration off) {
    return new Limit(value, inclusive, deadband, on, off);
  }

  /// The same limit elsewhere.
  public Limit movedTo(double other) {
    return new Limit(other, inclusive, deadband, onDelay, offDelay);
  }

  /// Whether a temperature lies beyond, for a limit on this side.
  public boolean isBeyond(Side side, double temperature) {
    return (inclusive && temperature == value) || side.isOutward(temperature, value);
  }

  /// Whether a temperature has come back past the deadband, for a limit on this side.
  boolean isClear(Side side, double temperature) {
    double back = value - side.sign() * deadband;
    return !isBeyond(side, temperature) && !side.isOutward(temperature, back);
  }
}
