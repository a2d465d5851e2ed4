package ai.cryox.core.health;

import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.health.AlarmHealth.Flood;
import ai.cryox.core.health.AlarmHealth.Source;
import ai.cryox.core.health.AlarmHealth.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measures the health of the alarm system by a period's lines of the alarms' journal, told in the
/// order they were written. One thread.
public final class HealthMeter {
  private static final int WORST = 10;

  /// Fewer calls say nothing about shares.
  private static final int ENOUGH = 20;

  private final Instant from;
  private final Instant until;
  private final FloodMeter floods = new FloodMeter();
  private final ChatterMeter chatter = new ChatterMeter();
  private final Map<AlarmKey, Integer> sources = new HashMap<>();
  private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
  private final Map<String, Instant> called = new HashMap<>();
  private final Map<String, Instant> present = new HashMap<>();
  private final Mean toAcknowledge = new Mean();
  private final Mean toReturn = new Mean();
  private int raised;
  private int shelved;
  private int suppressed;
  private int outOfService;

  /// @param from the period's start
  /// @param until its end, later
  public HealthMeter(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  private static final class Mean {
    private Duration sum = Duration.ZERO;
    private int count;

    void add(@Nullable Instant since, Instant at) {
      if (since != null) {
        sum = sum.plus(Duration.between(since, at));
        count++;
      }
    }

    @Nullable Duration get() {
      return count == 0 ? null : sum.dividedBy(count);
    }
  }

  /// Takes one line.
  ///
  /// @param key of its alarm
  public void take(AlarmKey key, AlarmChange change) {
    if (isCall(change)) {
      raised++;
      floods.call(change.at());
      sources.merge(key, 1, Integer::sum);
      bySeverity.merge(change.severity(), 1, Integer::sum);
      called.putIfAbsent(change.alarmId(), change.at());
    }
    switch (change.event()) {
      case VIOLATED, ROSE -> {
        if (present.putIfAbsent(change.alarmId(), change.at()) == null) {
          chatter.transition(key, change.at());
        }
      }
      case WENT_BACK -> {
        chatter.transition(key, change.at());
        toReturn.add(present.remove(change.alarmId()), change.at());
      }
      case ACKNOWLEDGE -> toAcknowledge.add(called.remove(change.alarmId()), change.at());
      case SHELVE -> shelved++;
      case SUPPRESS -> suppressed++;
      case TAKE_OUT_OF_SERVICE -> outOfService++;
      case RESET, UNSHELVE, SHELF_ENDED, UNSUPPRESS, RETURN_TO_SERVICE -> {}
    }
  }

  private static boolean isCall(AlarmChange change) {
    return change.to() == AlarmState.UNACKNOWLEDGED
        && (change.from() != AlarmState.UNACKNOWLEDGED || change.event() == AlarmEvent.ROSE);
  }

  /// What was measured.
  ///
  /// @param stale alarms that had been active for more than 24 hours at the end, oldest first
  public AlarmHealth health(List<Stale> stale) {
    List<Flood> flooded = floods.until(until);
    List<Source> worst = worst();
    return new AlarmHealth(
        from,
        until,
        raised,
        figures(flooded, stale, worst),
        flooded,
        chatter.found(),
        stale,
        worst,
        bySeverity,
        toAcknowledge.get(),
        toReturn.get(),
        shelved,
        suppressed,
        outOfService);
  }

  private List<Source> worst() {
    return sources.entrySet().stream()
        .map(entry -> new Source(entry.getKey(), entry.getValue(), share(entry.getValue())))
        .sorted(
            Comparator.comparingInt(Source::count)
                .reversed()
                .thenComparing(source -> source.key().toString()))
        .limit(WORST)
        .toList();
  }

  private List<Figure> figures(List<Flood> flooded, List<Stale> stale, List<Source> worst) {
    double hours = Duration.between(from, until).toMillis() / 3_600_000.0;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(Measure.PER_TEN_MINUTES, raised / hours / 6));
    figures.add(Figure.of(Measure.PER_HOUR, raised / hours));
    figures.add(Figure.of(Measure.PER_DAY, raised / hours * 24));
    figures.add(Figure.of(Measure.PEAK, floods.most()));
    figures.add(Figure.of(Measure.FLOOD_TIME, 100 * floodHours(flooded) / hours));
    figures.add(Figure.of(Measure.CHATTERING, chatter.found().size()));
    figures.add(Figure.of(Measure.STALE, stale.size()));
    double top = worst.isEmpty() ? 0 : worst.getFirst().share();
    figures.add(shareOf(Measure.TOP_SOURCE, top));
    double critical = share(bySeverity.getOrDefault(Severity.CRITICAL, 0));
    figures.add(shareOf(Measure.CRITICAL_SHARE, critical));
    return figures;
  }

  private static double floodHours(List<Flood> flooded) {
    return flooded.stream()
        .mapToDouble(flood -> Duration.between(flood.start(), flood.end()).toMillis() / 3_600_000.0)
        .sum();
  }

  private Figure shareOf(Measure measure, double share) {
    double percent = 100 * share;
    return raised < ENOUGH ? Figure.unjudged(measure, percent) : Figure.of(measure, percent);
  }

  private double share(int count) {
    return raised == 0 ? 0 : (double) count / raised;
  }
}
