package ai.cryox.backend.report;

import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.compliance.Assessment;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.excursion.CapaNote;
import java.util.List;

/// An excursion with all that is known of it.
///
/// @param number within the report, from 1
/// @param journal what happened to its alarm meanwhile, oldest first
/// @param notifications who was told of that alarm, oldest first
/// @param capa what people wrote of it, all versions, the newest last
record ExcursionRecord(
    int number,
    Assessment assessment,
    List<AlarmChange> journal,
    List<Notification> notifications,
    List<CapaNote> capa) {
  ExcursionRecord {
    journal = List.copyOf(journal);
    notifications = List.copyOf(notifications);
    capa = List.copyOf(capa);
  }

  /// The same in a report in which others come before it.
  ///
  /// @param earlier how many do
  ExcursionRecord after(int earlier) {
    return new ExcursionRecord(number + earlier, assessment, journal, notifications, capa);
  }

  /// As it is called in the report, such as `E-17`.
  String name() {
    return "E-" + number;
  }
}
