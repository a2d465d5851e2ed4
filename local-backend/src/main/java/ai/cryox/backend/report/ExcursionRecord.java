package ai.cryox.backend.report;

import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.compliance.Assessment;
import ai.cryox.core.escalation.Notification;
import java.util.List;

/// An excursion with all that is known of it.
///
/// @param number within the report, from 1
/// @param journal what happened to its alarm meanwhile, oldest first
/// @param notifications who was told of that alarm, oldest first
record ExcursionRecord(
    int number,
    Assessment assessment,
    List<AlarmChange> journal,
    List<Notification> notifications) {
  ExcursionRecord {
    journal = List.copyOf(journal);
    notifications = List.copyOf(notifications);
  }

  /// The same in a report in which others come before it.
  ///
  /// @param earlier how many do
  ExcursionRecord after(int earlier) {
    return new ExcursionRecord(number + earlier, assessment, journal, notifications);
  }

  /// As it is called in the report, such as `E-17`.
  String name() {
    return "E-" + number;
  }
}
