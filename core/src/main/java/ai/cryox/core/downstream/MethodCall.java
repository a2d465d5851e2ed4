package ai.cryox.core.downstream;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A direct method and what is said with it.
///
/// @param name as the device knows it
/// @param payload one JSON value, at most 128 KB; `null` is one too
/// @param timeout how long the device may take, 1 s to 5 min
public record MethodCall(String name, String payload, Duration timeout) {
  /// IoT Hub's.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int LONGEST_PAYLOAD = 128 * 1024;

  /// Printable ASCII without what separates words elsewhere, and without MQTT's wildcards.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!%&'*.^_`|~-]{1,100}");

  /// Why this call cannot be made, in a sentence; `null` if it can.
  public @Nullable String problem() {
    if (!NAME.matcher(name).matches()) {
      return "The name of a method has 1 to 100 letters, digits or signs such as - _ . and *.";
    }
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      return "A device may take 1 to 300 seconds to answer.";
    }
    return payload.length() > LONGEST_PAYLOAD ? "A payload has at most 128 KB." : null;
  }
}
