package ai.cryox.backend.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong in a data file.
///
/// @param record where, such as `chunk 17`
/// @param device whose rows it holds, or `null` if it is nobody's or everybody's
/// @param period what time its rows are of, or `null` if nobody knows
/// @param what is wrong
/// @param advice what to do
public record Finding(
    String record, @Nullable String device, @Nullable Period period, String what, String advice) {
  /// Both times belong to it.
  ///
  /// @param from the earliest row's
  /// @param until the latest row's
  public record Period(Instant from, Instant until) {
    static Period ofMillis(long from, long until) {
      return new Period(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
    }
  }

  /// All of it in one sentence.
  public String sentence() {
    String whose = device == null ? "" : " of " + device;
    String when = period == null ? "" : ", %s to %s".formatted(period.from, period.until);
    return "%s%s%s: %s; %s.".formatted(record, whose, when, what, advice);
  }
}
