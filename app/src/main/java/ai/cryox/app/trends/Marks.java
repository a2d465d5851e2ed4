package ai.cryox.app.trends;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Occurrence;
import java.time.Duration;
import java.util.List;

/// What happened to one device in a period: its alarms, its door, its defrosting; and which limits
/// it ever had.
///
/// @param period that was asked for
/// @param alarms raised in it, newest first
/// @param occurrences oldest first; none of a period too long to show them
/// @param limits oldest first; none if they never changed
record Marks(
    TimeWindow period, List<Alarm> alarms, List<Occurrence> occurrences, List<HeldLimits> limits) {
  /// In more than this single doors are no picture any more.
  static final Duration LONGEST_OCCURRENCES = Duration.ofDays(31);

  private static final int MOST = 500;

  Marks {
    alarms = List.copyOf(alarms);
    occurrences = List.copyOf(occurrences);
    limits = List.copyOf(limits);
  }

  /// Asks the backend. Blocks; any thread.
  static Marks read(Session session, String deviceId, TimeWindow period) {
    AlarmQuery query = new AlarmQuery(null, deviceId, null, period.start(), period.end());
    // One that was put aside before it was ever raised is no event of the goods.
    List<Alarm> alarms =
        session.alarms(query, PageRequest.first(MOST)).items().stream()
            .filter(alarm -> alarm.occurrences() > 0)
            .toList();
    boolean shortEnough = period.span() <= LONGEST_OCCURRENCES.toMillis();
    return new Marks(
        period,
        alarms,
        shortEnough
            ? session.occurrences(deviceId, period.start(), period.end())
            : List.<Occurrence>of(),
        session.limits(deviceId));
  }
}
