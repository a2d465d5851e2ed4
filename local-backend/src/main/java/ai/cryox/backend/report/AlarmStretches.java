package ai.cryox.backend.report;

import ai.cryox.backend.store.FileRecords.JournalLine;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.compliance.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an alarm's condition was present, found in its journal.
final class AlarmStretches {
  private AlarmStretches() {}

  /// @param lines of one device or part of the system, oldest first
  /// @param from where the journal begins to be looked at: what ends without having begun began
  ///   then
  /// @param until where it ends: what has not ended by then lasts until then
  static List<Stretch> of(
      List<JournalLine> lines, Condition condition, Instant from, Instant until) {
    List<Stretch> found = new ArrayList<>();
    @Nullable Instant since = null;
    boolean any = false;
    for (JournalLine line : lines) {
      if (line.alarm().condition() != condition) {
        continue;
      }
      if (line.change().event() == AlarmEvent.VIOLATED && since == null) {
        since = line.change().time();
      } else if (line.change().event() == AlarmEvent.WENT_BACK) {
        Instant began = since == null && !any ? from : since;
        if (began != null) {
          found.add(new Stretch(began, line.change().time()));
        }
        since = null;
      }
      any = true;
    }
    if (since != null) {
      found.add(new Stretch(since, until));
    }
    return found;
  }
}
