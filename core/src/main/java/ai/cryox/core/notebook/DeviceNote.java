package ai.cryox.core.notebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What somebody wrote down about a device. Notes are added and never changed.
///
/// @param deviceId about which
/// @param at the backend's clock, truncated to milliseconds
/// @param author as journals call them
/// @param words at least one, at most {@value #LONGEST} characters
public record DeviceNote(String deviceId, Instant at, String author, String words) {
  public DeviceNote {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// A note is a note and no report, characters.
  public static final int LONGEST = 2_000;

  /// Why these words are no note, as a sentence; empty if they are.
  public static String problem(String words) {
    if (words.isBlank()) {
      return "A note needs words.";
    }
    return words.length() > LONGEST
        ? "A note has at most %d characters, not %d.".formatted(LONGEST, words.length())
        : "";
  }
}
