package ai.cryox.core.compliance;

import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures one device's readings of a period, which must come in order of event time. Its memory
/// does not grow with them. One thread.
public final class FigureMeter {
  /// Gaps that are told one by one; of all that are more only number and length.
  public static final int MOST_GAPS = 1_000;

  /// Readings further apart than this many sampling periods have a gap between them.
  private static final int GAP_PERIODS = 3;

  private final long from;
  private final long until;
  private final long sampling;
  private final long gapLimit;
  private final NavigableMap<Long, StorageProfile> limits = new TreeMap<>();
  private final Map<LimitKey, Long> beyond = new LinkedHashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final KineticMean kinetic;
  private final @Nullable KineticWindow window;

  private List<LimitKey> watched = List.of();
  private StorageRange range;
  private long nextLimits;
  private long received;
  private long late;
  private long covered;
  private long safe;
  private double weighted;
  private double smallest = Double.NaN;
  private double largest = Double.NaN;
  private long smallestAt;
  private long largestAt;
  private int gapCount;
  private long missing;
  private boolean begun;
  private long lastTime;
  private double lastTemperature;

  private record LimitKey(Level level, Limit limit) {
    boolean isBeyond(double temperature) {
      return limit.isBeyond(level.side(), temperature);
    }
  }

  /// What is known of the device.
  ///
  /// @param sampling its sampling period, above 0
  /// @param limits by the epoch milliseconds from which they hold, at least one
  /// @param energy activation energy for the mean kinetic temperature, kJ/mol
  public record Known(
      Duration sampling, NavigableMap<Long, StorageProfile> limits, double energy) {}

  /// @param from the period's first instant
  /// @param until its end, after `from`
  /// @param window also told of all that is measured, or `null`
  public FigureMeter(Instant from, Instant until, Known known, @Nullable KineticWindow window) {
    this.from = from.toEpochMilli();
    this.until = until.toEpochMilli();
    this.sampling = known.sampling().toMillis();
    this.gapLimit = gapLimit(known.sampling()).toMillis();
    this.limits.putAll(known.limits());
    this.kinetic = new KineticMean(known.energy());
    this.window = window;
    this.range = new StorageRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    limitsAt(this.from);
  }

  /// A reading holds no longer than this: three sampling periods.
  public static Duration gapLimit(Duration sampling) {
    return sampling.multipliedBy(GAP_PERIODS);
  }

  /// Takes the next reading. Those before the period are only for the window.
  ///
  /// @param time epoch milliseconds, later than the one before
  /// @param temperature °C
  /// @param wasLate whether it came too late to alarm anybody
  public void add(long time, double temperature, boolean wasLate) {
    if (begun) {
      hold(Math.min(time, lastTime + gapLimit));
    }
    if (time >= from) {
      passGap(time, begun && lastTime >= from ? lastTime + sampling : from);
      received++;
      late += wasLate ? 1 : 0;
      if (!(temperature >= smallest)) {
        smallest = temperature;
        smallestAt = time;
      }
      if (!(temperature <= largest)) {
        largest = temperature;
        largestAt = time;
      }
    }
    begun = true;
    lastTime = time;
    lastTemperature = temperature;
  }

  /// The last reading is held until then.
  private void hold(long end) {
    KineticWindow all = window;
    if (all != null) {
      all.add(lastTemperature, lastTime, end);
    }
    if (lastTime < from) {
      return;
    }
    if (lastTime >= nextLimits) {
      limitsAt(lastTime);
    }
    long step = Math.min(end, until) - lastTime;
    covered += step;
    weighted += lastTemperature * step;
    kinetic.add(lastTemperature, step);
    if (range.holds(lastTemperature)) {
      safe += step;
    }
    for (LimitKey limit : watched) {
      if (limit.isBeyond(lastTemperature)) {
        beyond.merge(limit, step, Long::sum);
      }
    }
  }

  private void limitsAt(long time) {
    Map.Entry<Long, StorageProfile> now = limits.floorEntry(time);
    now = now == null ? limits.firstEntry() : now;
    Long next = limits.higherKey(Math.max(time, now.getKey()));
    nextLimits = next == null ? Long.MAX_VALUE : next;
    range = StorageRange.of(now.getValue());
    List<LimitKey> keys = new ArrayList<>();
    for (Level level : Level.values()) {
      Limit limit = now.getValue().limit(level);
      if (limit != null) {
        LimitKey key = new LimitKey(level, limit);
        keys.add(key);
        beyond.putIfAbsent(key, 0L);
      }
    }
    watched = keys;
  }

  /// @param due when the reading was due, epoch milliseconds
  private void passGap(long time, long due) {
    if (time - due <= gapLimit - sampling) {
      return;
    }
    gapCount++;
    missing += time - due;
    if (gaps.size() < MOST_GAPS) {
      gaps.add(new Gap(Instant.ofEpochMilli(due), Instant.ofEpochMilli(time), Gap.Cause.UNKNOWN));
    }
  }

  /// What they amount to. Nothing may be added after this.
  public Figures figures() {
    boolean any = received > 0;
    if (begun) {
      hold(Math.min(until, lastTime + sampling));
    }
    passGap(until, any ? Math.min(until, lastTime + sampling) : from);
    List<LimitTime> times = new ArrayList<>();
    beyond.forEach((key, time) ->
        times.add(new LimitTime(key.level(), key.limit().value(), Duration.ofMillis(time))));
    return new Figures(
        received,
        Math.max(1, Math.round((double) (until - from) / sampling)),
        late,
        Duration.ofMillis(covered),
        smallest,
        any ? Instant.ofEpochMilli(smallestAt) : null,
        covered == 0 ? Double.NaN : weighted / covered,
        largest,
        any ? Instant.ofEpochMilli(largestAt) : null,
        kinetic.celsius(),
        Duration.ofMillis(safe),
        times,
        gaps,
        gapCount,
        Duration.ofMillis(missing));
  }
}
