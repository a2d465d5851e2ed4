package ai.cryox.core.device;

import java.time.Instant;

/// A device came to another zone or facility.
///
/// @param at when the registry was told
/// @param left where it stood until then
/// @param now where it stands from then on
public record DeviceMove(String deviceId, Instant at, Place left, Place now) {
  /// Where a device stands.
  ///
  /// @param zone part of the facility; may be empty
  public record Place(String facilityId, String zone) {
    /// That of a device.
    public static Place of(Device device) {
      return new Place(device.facilityId(), device.zone());
    }
  }
}
