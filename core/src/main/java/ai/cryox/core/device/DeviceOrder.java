package ai.cryox.core.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a device is with the configuration that it was told last. All times by the backend's
/// clock.
///
/// @param deviceId which device
/// @param version of what it was told; 0 if the backend does not count
/// @param state how far it is
/// @param sentAt when it was sent to the backend, or `null` if somebody else sent it
/// @param acceptedAt when the backend took it, or `null` if that is not known any more
/// @param appliedAt when the device said that it does so, or `null` if it did not, or did so
///   already
/// @param askedBy who wanted it; may be empty
/// @param note what the device says of it; may be empty
public record DeviceOrder(
    String deviceId,
    long version,
    State state,
    @Nullable Instant sentAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant appliedAt,
    String askedBy,
    String note) {
  /// How far a device is.
  public enum State {
    /// It has not said anything of it.
    WAITING,
    /// It has it, and is not done yet.
    TAKEN,
    /// It says that it does so.
    APPLIED,
    /// It says that it will not.
    REFUSED,
    /// It did not do it in time; it may still.
    EXPIRED,
    /// The backend took it, and does not say what the device makes of it.
    UNKNOWN
  }

  /// The same, sent at that moment.
  public DeviceOrder sentAt(@Nullable Instant moment) {
    return new DeviceOrder(deviceId, version, state, moment, acceptedAt, appliedAt, askedBy, note);
  }
}
