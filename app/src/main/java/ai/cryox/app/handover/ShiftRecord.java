package ai.cryox.app.handover;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is and what was on a shift.
///
/// @param snapshot the state at its end
/// @param raised alarms raised on the shift, oldest first
/// @param excursions that lasted at some time of the shift, oldest first
/// @param cut whether there were more than a sheet can list
record ShiftRecord(
    Instant from,
    Instant until,
    String who,
    LiveSnapshot snapshot,
    List<Alarm> raised,
    List<Excursion> excursions,
    boolean cut) {
  private static final int MOST = 200;

  /// Reads it. Blocks; any thread.
  static ShiftRecord read(Session session, Duration shift, Instant now) {
    Instant from = now.minus(shift);
    Instant until = now.plusMillis(1);
    var alarms =
        session.alarms(new AlarmQuery(null, null, null, from, until), PageRequest.first(MOST));
    var excursions =
        session.excursions(new ExcursionQuery(null, null, from, until), PageRequest.first(MOST));
    return new ShiftRecord(
        from,
        now,
        session.userName(),
        session.live().latest(),
        alarms.items().reversed(),
        excursions.items().reversed(),
        alarms.continuationToken() != null || excursions.continuationToken() != null);
  }
}
