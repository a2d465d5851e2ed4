package ai.cryox.core.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// What a ledger was at a moment, in the form of C2SP's tlog-checkpoint.
///
/// @param origin which ledger: one line, unique
/// @param size how many leaves it had
/// @param root of all of them
/// @param at by the backend's clock, whole milliseconds; the one extension line
public record Checkpoint(String origin, long size, Hash root, Instant at) {
  /// Before the moment, in the extension line.
  private static final String TIME = "time ";

  /// @throws IllegalArgumentException if the origin is no line, or the size negative
  public Checkpoint {
    if (origin.isBlank() || origin.contains("\n")) {
      throw new IllegalArgumentException("A ledger's origin is one line, not '" + origin + "'.");
    }
    if (size < 0) {
      throw new IllegalArgumentException("A ledger cannot have %d leaves.".formatted(size));
    }
  }

  /// The text that is signed.
  public String text() {
    return "%s\n%d\n%s\n%s%s\n".formatted(origin, size, root, TIME, at);
  }

  /// Reads the text.
  ///
  /// @throws IllegalArgumentException if it is no checkpoint of ours, with a sentence
  public static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 4 || !text.endsWith("\n") || !lines.get(3).startsWith(TIME)) {
      throw new IllegalArgumentException(
          "A checkpoint has four lines: origin, size, root and time.");
    }
    try {
      Checkpoint read =
          new Checkpoint(
              lines.get(0),
              Long.parseLong(lines.get(1)),
              Hash.parse(lines.get(2)),
              Instant.parse(lines.get(3).substring(TIME.length())));
      if (!read.text().equals(text)) {
        throw new IllegalArgumentException("The checkpoint is not written as it must be.");
      }
      return read;
    } catch (NumberFormatException | DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "The checkpoint cannot be read: %s.".formatted(unreadable.getMessage()), unreadable);
    }
  }
}
