package ai.cryox.app.registry;

import ai.cryox.core.device.Device;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line of the registry.
///
/// @param device its entry
/// @param proof what it proves itself with, or `null`: nothing that is known here
record Entry(Device device, @Nullable Proof proof) {
  String deviceId() {
    return device.deviceId();
  }

  /// Whether it is turned away.
  boolean isDisabled() {
    return proof != null && !proof.enabled();
  }

  /// Whether a text is part of what people or devices call it, or of where it is; lower case.
  boolean says(String wanted, String place) {
    return contains(device.name(), wanted)
        || contains(device.deviceId(), wanted)
        || contains(device.zone(), wanted)
        || contains(place, wanted);
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
