package ai.cryox.app.health;

import ai.cryox.core.backend.Session;
import ai.cryox.core.health.AlarmHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a period, and the calls in each bar of the chart, oldest first.
///
/// @param calls as many as the period has bars
record HealthReport(Period period, AlarmHealth health, List<Integer> calls) {
  /// Reads it. Blocks; any thread.
  ///
  /// @param facilityId `null` for all
  static HealthReport read(
      Session session, @Nullable String facilityId, Period period, Instant now) {
    Instant from = now.minus(period.length());
    List<Integer> calls = new ArrayList<>();
    for (int i = 0; i < period.bars(); i++) {
      Duration before = period.bar().multipliedBy(i);
      Instant start = from.plus(before);
      calls.add(session.alarmHealth(facilityId, start, start.plus(period.bar())).raised());
    }
    return new HealthReport(period, session.alarmHealth(facilityId, from, now), calls);
  }
}
