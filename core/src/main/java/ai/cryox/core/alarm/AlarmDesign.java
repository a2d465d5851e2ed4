package ai.cryox.core.alarm;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What people decided of the alarms that no storage profile describes: ISA-18.2 calls it
/// rationalisation. It holds for all facilities of a backend, and for alarms raised after it was
/// saved.
///
/// @param longestShelf so long an alarm may be put on the shelf at most
/// @param stuckAfter a sensor that says exactly the same for so long is at fault; zero = never
/// @param latching conditions whose alarms stay until somebody resets them
/// @param severities of conditions that have one of their own, see {@link #severityOf}
/// @param limits of the conditions in {@link #WATCHED}; one that is not there is not watched
/// @param guidance what to do, in place of what the program says
public record AlarmDesign(
    Duration longestShelf,
    Duration stuckAfter,
    Set<Condition> latching,
    Map<Condition, Severity> severities,
    Map<Condition, AlarmLimit> limits,
    List<Guidance> guidance) {
  /// Conditions that have a limit or at least delays here and not in a storage profile.
  public static final Set<Condition> WATCHED =
      Set.copyOf(
          EnumSet.of(
              Condition.BATTERY,
              Condition.SIGNAL,
              Condition.SENSOR_FAULT,
              Condition.ANOMALY,
              Condition.CLOCK,
              Condition.LINK_DOWN));

  /// Conditions whose severity follows from the limit violated or from what the device says.
  public static final Set<Condition> SEVERITY_GIVEN =
      Set.copyOf(
          EnumSet.of(
              Condition.HIGH,
              Condition.LOW,
              Condition.RATE,
              Condition.CUMULATIVE,
              Condition.DEVICE_REPORTED));

  private static final Duration LONGEST_SHELF = Duration.ofDays(7);
  private static final Duration SHORTEST_STUCK = Duration.ofMinutes(10);

  /// What holds until somebody decides otherwise.
  public static final AlarmDesign DEFAULT =
      new AlarmDesign(
          AlarmActions.LONGEST_SHELF,
          Duration.ofHours(24),
          Set.of(),
          Map.of(),
          Map.of(
              Condition.BATTERY,
              new AlarmLimit(20, 5, Duration.ZERO, Duration.ofMinutes(10)),
              Condition.SIGNAL,
              new AlarmLimit(-105, 5, Duration.ofMinutes(15), Duration.ofMinutes(5)),
              Condition.SENSOR_FAULT,
              AlarmLimit.delays(Duration.ZERO, Duration.ofMinutes(5)),
              Condition.ANOMALY,
              AlarmLimit.delays(Duration.ofMinutes(2), Duration.ofMinutes(5)),
              Condition.CLOCK,
              AlarmLimit.delays(Duration.ZERO, Duration.ofMinutes(5)),
              Condition.LINK_DOWN,
              AlarmLimit.delays(Duration.ofSeconds(30), Duration.ZERO)),
          List.of());

  public AlarmDesign {
    latching = Set.copyOf(latching);
    severities = Map.copyOf(severities);
    limits = Map.copyOf(limits);
    guidance = List.copyOf(guidance);
  }

  /// Whether alarms of a condition stay until somebody resets them.
  public boolean isLatching(Condition condition) {
    return latching.contains(condition);
  }

  /// The limit of a condition, or `null` if it is not watched.
  public @Nullable AlarmLimit limit(Condition condition) {
    return limits.get(condition);
  }

  /// How bad a condition is that has a severity of its own: as people decided, else critical where
  /// nobody sees the goods any more.
  public Severity severityOf(Condition condition) {
    Severity decided = severities.get(condition);
    if (decided != null) {
      return decided;
    }
    return switch (condition) {
      case LINK_DOWN, STORE, TAMPER -> Severity.CRITICAL;
      default -> Severity.WARNING;
    };
  }

  /// What people wrote for alarms of a condition in a zone, the zone's own before the general;
  /// `null` if they wrote nothing, and the program's own text holds.
  public @Nullable String guidance(String zone, Condition condition) {
    String general = null;
    for (Guidance one : guidance) {
      if (one.condition() == condition && one.zone().equals(zone)) {
        return one.text();
      }
      if (one.condition() == condition && one.zone().isEmpty()) {
        general = one.text();
      }
    }
    return general;
  }

  /// Why this makes no sense, in a sentence; `null` if it does.
  public @Nullable String problem() {
    if (longestShelf.isNegative()
        || longestShelf.isZero()
        || longestShelf.compareTo(LONGEST_SHELF) > 0) {
      return "The longest time on the shelf must be more than nothing and at most 7 days.";
    }
    if (!stuckAfter.isZero() && stuckAfter.compareTo(SHORTEST_STUCK) < 0) {
      return "A sensor may be called stuck after 10 minutes at the earliest; 0 means never.";
    }
    String severity = severityProblem();
    String limit = limitProblem();
    return severity != null ? severity : limit != null ? limit : guidanceProblem();
  }

  private @Nullable String severityProblem() {
    for (Condition condition : severities.keySet()) {
      if (SEVERITY_GIVEN.contains(condition)) {
        return "The severity of %s follows from the limit violated or from the device; change the storage profile instead."
            .formatted(condition);
      }
    }
    return null;
  }

  private @Nullable String limitProblem() {
    for (Map.Entry<Condition, AlarmLimit> limit : new TreeMap<>(limits).entrySet()) {
      if (!WATCHED.contains(limit.getKey())) {
        return "%s has no limit here.".formatted(limit.getKey());
      }
      String problem = limit.getValue().problem(limit.getKey());
      if (problem != null) {
        return problem;
      }
    }
    return rangeProblem();
  }

  private @Nullable String rangeProblem() {
    AlarmLimit battery = limits.get(Condition.BATTERY);
    if (battery != null && !(battery.value() > 0 && battery.value() + battery.deadband() <= 100)) {
      return "The battery's limit must be above 0 %, and with its deadband at most 100 %.";
    }
    AlarmLimit signal = limits.get(Condition.SIGNAL);
    if (signal != null && !(signal.value() >= -150 && signal.value() + signal.deadband() <= 0)) {
      return "The signal's limit must be -150 dBm or more, and with its deadband at most 0 dBm.";
    }
    return null;
  }

  private @Nullable String guidanceProblem() {
    Set<String> seen = new HashSet<>();
    for (Guidance one : guidance) {
      if (one.text().isBlank()) {
        return "The guidance for %s is empty; leave it out to get the program's own text."
            .formatted(one.condition());
      }
      if (!seen.add(one.condition() + "/" + one.zone())) {
        return "There are two guidance texts for %s in %s; keep one."
            .formatted(one.condition(), one.zone().isEmpty() ? "all zones" : "zone " + one.zone());
      }
    }
    return null;
  }
}
