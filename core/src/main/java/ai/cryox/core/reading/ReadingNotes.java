package ai.cryox.core.reading;

import org.jspecify.annotations.Nullable;

/// What a device adds to a reading: kept and given back as it came, never judged.
///
/// @param id the device's own name for the reading
/// @param location where it was taken
/// @param anomaly whether the device thought the value odd (`isAnomaly`)
/// @param confidence the device's trust in it, 0 to 1
/// @param ttl seconds the device wants it kept at hand; bounds only what is kept hot
/// @param extra members we have no word for, as one JSON object
public record ReadingNotes(
    @Nullable String id,
    @Nullable Location location,
    @Nullable Boolean anomaly,
    @Nullable Double confidence,
    @Nullable Integer ttl,
    @Nullable String extra) {
  /// Nothing was added.
  public static final ReadingNotes NONE = new ReadingNotes(null, null, null, null, null, null);
}
