package ai.cryox.core.downstream;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message for a device.
///
/// @param payload at most 64 KB; do not change the array
/// @param properties names and values that travel along, in any order
/// @param timeToLive how long it is kept for a device that does not listen, 1 min to 2 days
public record DeviceMessage(byte[] payload, Map<String, String> properties, Duration timeToLive) {
  /// IoT Hub's.
  public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(1);

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int LARGEST_BYTES = 64 * 1024;

  public DeviceMessage {
    properties = Map.copyOf(properties);
  }

  /// Why this message cannot be sent, in a sentence; `null` if it can.
  public @Nullable String problem() {
    if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
      return "A message can be kept for 1 minute to 2 days.";
    }
    int bytes =
        payload.length + properties.entrySet().stream().mapToInt(DeviceMessage::length).sum();
    return bytes > LARGEST_BYTES ? "A message with its properties has at most 64 KB." : null;
  }

  private static int length(Map.Entry<String, String> property) {
    return property.getKey().length() + property.getValue().length();
  }
}
