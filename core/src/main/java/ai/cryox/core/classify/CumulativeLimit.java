package ai.cryox.core.classify;

import java.time.Duration;

/// A budget of time beyond a temperature that is spent once and never given back by returning.
///
/// @param side which way out
/// @param value °C; the value itself counts
/// @param budget event time allowed beyond it, in all
public record CumulativeLimit(Side side, double value, Duration budget) {
  boolean isBeyond(double temperature) {
    return temperature == value || side.isOutward(temperature, value);
  }
}
