package ai.cryox.backend.classify;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a sensor cannot be trusted. Pure.
final class SensorFaults {
  /// Nothing that cold-store sensors measure lies beyond, °C.
  private static final double COLDEST = -200;

  private static final double WARMEST = 100;

  /// What the most common digital sensor says when it is disconnected, and when it has just got
  /// power (DS18B20 data sheet), °C.
  private static final double DISCONNECTED = -127;

  private static final double JUST_POWERED = 85;

  private static final List<String> WORDS = List.of("fault", "error", "fail", "defect", "broken");

  private SensorFaults() {}

  /// The reason in a sentence, or `null` if nothing speaks against the sensor.
  ///
  /// @param reading that just came, or `null` if it was something else
  /// @param stuckAfter zero = never
  static @Nullable String of(DeviceState state, @Nullable Reading reading, Duration stuckAfter) {
    DeviceStatus status = state.status();
    if (status != null && isFault(status.status())) {
      return "The device says that it is not well: %s.".formatted(status.status());
    }
    if (reading == null) {
      return null;
    }
    if (isImpossible(reading.temperature())) {
      return "%s °C cannot be: the sensor is disconnected or broken."
          .formatted(reading.temperature());
    }
    Instant since = state.unchangedSince();
    boolean stuck =
        !stuckAfter.isZero()
            && since != null
            && Duration.between(since, reading.time()).compareTo(stuckAfter) >= 0;
    return stuck
        ? "The sensor has said exactly %s °C since %s: it is stuck."
            .formatted(reading.temperature(), since)
        : null;
  }

  private static boolean isFault(String status) {
    String said = status.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(said::contains);
  }

  private static boolean isImpossible(double temperature) {
    return temperature < COLDEST
        || temperature > WARMEST
        || Double.compare(temperature, DISCONNECTED) == 0
        || Double.compare(temperature, JUST_POWERED) == 0;
  }
}
