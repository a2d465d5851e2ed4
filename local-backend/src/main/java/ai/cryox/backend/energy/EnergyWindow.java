package ai.cryox.backend.energy;

import java.time.Duration;
import java.time.Instant;

/// Five minutes of one device, (start, end], stamped with the end.
///
/// @param power mean electrical power, W; NaN if the device said none
/// @param efficiency mean cooling efficiency, 0 to 1; NaN if the device said none
/// @param count messages that said one of them, at least 1
public record EnergyWindow(Instant end, double power, double efficiency, int count) {
  /// A window's length.
  public static final Duration LENGTH = Duration.ofMinutes(5);
}
