package ai.cryox.core.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How a refrigeration unit works, as opposed to what it achieves. `null` = the device did not say.
///
/// @param time event time, truncated to milliseconds
/// @param power electrical power drawn, W
/// @param efficiency cooling efficiency, 0 to 1
/// @param doorOpen whether the door stands open
/// @param compressorOn whether the compressor runs
/// @param battery charge left, percent
/// @param signal radio signal strength, dBm, usually −120 to −30
/// @param extra members we have no word for, as one JSON object
public record Telemetry(
    String deviceId,
    String facilityId,
    Instant time,
    @Nullable Double power,
    @Nullable Double efficiency,
    @Nullable Boolean doorOpen,
    @Nullable Boolean compressorOn,
    @Nullable Double battery,
    @Nullable Double signal,
    @Nullable String extra)
    implements Message {
  public Telemetry {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }
}
