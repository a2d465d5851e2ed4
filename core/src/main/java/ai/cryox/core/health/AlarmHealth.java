package ai.cryox.core.health;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of one period. What counts is each time that people were called: an alarm raised,
/// raised again, or risen. What was put aside at that time called nobody.
///
/// @param from the period's start
/// @param until its end; not later than now
/// @param raised how often people were called
/// @param figures each with its goal and verdict, in the order of {@link Measure}
/// @param floods oldest first
/// @param chattering alarms that came and went at least three times within a minute, worst first
/// @param stale alarms that had been active for more than 24 hours at the period's end, oldest
///   first
/// @param worst the ten that called most often, worst first
/// @param bySeverity how often people were called, by how bad it was
/// @param toAcknowledge mean time until somebody acknowledged, or `null` if nobody did
/// @param toReturn mean time until the condition was gone, or `null` if none was
/// @param shelved alarms put on the shelf
/// @param suppressed alarms suppressed by design
/// @param outOfService alarms taken out of service
public record AlarmHealth(
    Instant from,
    Instant until,
    int raised,
    List<Figure> figures,
    List<Flood> floods,
    List<Chatter> chattering,
    List<Stale> stale,
    List<Source> worst,
    Map<Severity, Integer> bySeverity,
    @Nullable Duration toAcknowledge,
    @Nullable Duration toReturn,
    int shelved,
    int suppressed,
    int outOfService) {
  public AlarmHealth {
    figures = List.copyOf(figures);
    floods = List.copyOf(floods);
    chattering = List.copyOf(chattering);
    stale = List.copyOf(stale);
    worst = List.copyOf(worst);
    bySeverity = Map.copyOf(bySeverity);
  }

  /// The figure of a measure.
  public Figure figure(Measure measure) {
    return figures.stream().filter(figure -> figure.measure() == measure).findFirst().orElseThrow();
  }

  /// From the first ten minutes with ten alarms until ten minutes with fewer than five.
  ///
  /// @param end not later than the period's
  /// @param alarms in it
  /// @param most in any ten minutes of it
  public record Flood(Instant start, Instant end, int alarms, int most) {}

  /// An alarm that chatters.
  ///
  /// @param episodes how often it began to
  /// @param transitions most in one minute
  public record Chatter(AlarmKey key, int episodes, int transitions) {}

  /// An alarm that stands for too long.
  ///
  /// @param since the backend's clock when it was raised
  public record Stale(String alarmId, AlarmKey key, Severity severity, Instant since) {}

  /// An alarm that calls often.
  ///
  /// @param count how often
  /// @param share of all calls, 0 to 1
  public record Source(AlarmKey key, int count, double share) {}
}
