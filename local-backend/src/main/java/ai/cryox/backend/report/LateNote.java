package ai.cryox.backend.report;

import ai.cryox.core.report.Letterhead;
import java.time.Instant;

/// What stands on a report that was made later than it was due, in the facility's language.
public final class LateNote {
  private LateNote() {}

  /// The note.
  ///
  /// @param missed whether the program did not run then
  public static String of(Letterhead letterhead, Instant dueAt, boolean missed) {
    ReportWords words = new ReportWords(letterhead.language(), letterhead.zone(), dueAt, dueAt);
    return words.say(missed ? "note.missed" : "note.late", words.stamp(dueAt));
  }
}
