package ai.cryox.app.trends;

import org.jspecify.annotations.Nullable;

/// Something to read: a pen's sheet, or a device's marks.
///
/// @param slot the pen, or `null` for marks
/// @param deviceId whose
/// @param period in whole steps of the resolution
/// @param resolution milliseconds
record Wanted(@Nullable Slot slot, String deviceId, TimeWindow period, long resolution) {
  /// What a later question for the same has in common with it.
  Object key() {
    return slot == null ? deviceId : slot;
  }
}
