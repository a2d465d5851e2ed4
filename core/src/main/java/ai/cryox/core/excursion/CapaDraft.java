package ai.cryox.core.excursion;

import ai.cryox.core.alarm.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to write of an excursion: its cause, and what is done about it.
///
/// @param deviceId whose excursion
/// @param condition which
/// @param start of it
/// @param after the version that it was written after, as they saw it; 0 if there was none
/// @param cause what it came from
/// @param corrective what was done about it
/// @param preventive what keeps it from coming again
/// @param responsible who sees to that
/// @param dueOn until when, or `null`
/// @param done whether all of it is done
public record CapaDraft(
    String deviceId,
    Condition condition,
    Instant start,
    int after,
    String cause,
    String corrective,
    String preventive,
    String responsible,
    @Nullable LocalDate dueOn,
    boolean done) {
  /// Characters of each of the three texts at most.
  public static final int LONGEST = 2_000;

  /// Characters of a name at most.
  public static final int LONGEST_NAME = 200;

  public CapaDraft {
    cause = printable(cause);
    corrective = printable(corrective);
    preventive = printable(preventive);
    responsible = printable(responsible).replace('\n', ' ');
  }

  /// What a page can show: no tabs, and no other control characters but the ends of lines.
  private static String printable(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
  }

  /// Why it makes no sense, in a sentence; empty if it does.
  public String problem() {
    if (cause.isEmpty() && corrective.isEmpty() && preventive.isEmpty()) {
      return "Write down a cause, a corrective or a preventive action.";
    }
    for (String text : List.of(cause, corrective, preventive)) {
      if (text.length() > LONGEST) {
        return "At most %d characters fit here, not %d.".formatted(LONGEST, text.length());
      }
    }
    if (responsible.length() > LONGEST_NAME) {
      return "A name has at most %d characters.".formatted(LONGEST_NAME);
    }
    if (dueOn != null && responsible.isEmpty()) {
      return "Say who is responsible for what is due.";
    }
    return done && (cause.isEmpty() || corrective.isEmpty())
        ? "It is done when its cause is known and something was done about it: write both down."
        : "";
  }
}
