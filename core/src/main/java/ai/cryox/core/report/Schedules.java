package ai.cryox.core.report;

import java.util.List;

/// The reports that are made by themselves. All methods may be called from any thread and block;
/// what they change is durable when they return.
public interface Schedules {
  /// All of them, the next due first; without those that were removed.
  List<Scheduled> list();

  /// One of them, one that was removed too.
  ///
  /// @throws IllegalArgumentException if there is none of that id, with a sentence
  ReportSchedule get(String scheduleId);

  /// Adds one, in the name of whoever is signed in. Its first report is made at the next time.
  ///
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  ReportSchedule add(ScheduleOrder order);

  /// Pauses one, lets it go on from now, removes it or brings it back. A report under way of one
  /// that is removed is given up: its number is void.
  ///
  /// @throws IllegalArgumentException if there is no such schedule, with a sentence
  ReportSchedule move(String scheduleId, ReportSchedule.State state);

  /// Has the report of the last whole period made at once, or the one that failed tried again. It
  /// is made in the background.
  ///
  /// @throws IllegalArgumentException if there is such a report already, with a sentence that names
  ///   it; or no such schedule
  ReportSchedule run(String scheduleId);
}
