package ai.cryox.core.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A temperature somewhere, at some time.
///
/// @param deviceId the sensor
/// @param facilityId where it stands
/// @param time event time, truncated to milliseconds
/// @param temperature °C, finite; −0 becomes 0
/// @param humidity relative, in percent, or `null` where the device has no such sensor
/// @param notes what else the device said
public record Reading(
    String deviceId,
    String facilityId,
    Instant time,
    double temperature,
    @Nullable Double humidity,
    ReadingNotes notes)
    implements Message {
  public Reading {
    time = time.truncatedTo(ChronoUnit.MILLIS);
    temperature += 0.0;
  }

  /// A reading of which only the temperature is known.
  public static Reading of(String deviceId, String facilityId, Instant time, double temperature) {
    return new Reading(deviceId, facilityId, time, temperature, null, ReadingNotes.NONE);
  }

  /// How far the value can be trusted.
  public Quality quality() {
    return Quality.of(notes.confidence());
  }

  /// Whether the other reading says the same of the same moment, whatever its notes.
  public boolean sameValueAs(Reading other) {
    return Double.compare(temperature, other.temperature) == 0
        && Objects.equals(humidity, other.humidity);
  }
}
