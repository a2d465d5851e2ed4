package ai.cryox.core.classify;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the classifier needs to know of a device's past: explicit, small and storable, so that
/// a delay survives any restart.
///
/// @param limits what is remembered of each limit of the profile; absent = clear
/// @param cumulative one for each budget of the profile, in its order
/// @param newest event time of the newest reading seen, or `null` before the first
/// @param rate what is remembered of the profile's rate limit
public record ClassifierMemory(
    Map<Level, LimitMemory> limits,
    List<CumulativeMemory> cumulative,
    @Nullable Instant newest,
    RateMemory rate) {
  /// Nothing seen yet.
  public static final ClassifierMemory EMPTY = new ClassifierMemory(Map.of(), List.of(), null);

  /// A memory that knows nothing of a rate.
  public ClassifierMemory(
      Map<Level, LimitMemory> limits, List<CumulativeMemory> cumulative, @Nullable Instant newest) {
    this(limits, cumulative, newest, RateMemory.NONE);
  }

  public ClassifierMemory {
    if (!(limits instanceof Kept)) {
      limits = limits.isEmpty() ? Map.of() : withoutClear(limits);
    }
    cumulative = List.copyOf(cumulative);
  }

  private static Map<Level, LimitMemory> withoutClear(Map<Level, LimitMemory> limits) {
    Map<Level, LimitMemory> kept = new EnumMap<>(Level.class);
    limits.forEach((level, memory) -> {
      if (!memory.equals(LimitMemory.CLEAR)) {
        kept.put(level, memory);
      }
    });
    return kept.isEmpty() ? Map.of() : new Kept(Collections.unmodifiableMap(kept));
  }

  /// Limits none of which is clear, and which nobody changes: known by their type, so that they are
  /// not looked through and copied once more with each reading.
  private static final class Kept extends AbstractMap<Level, LimitMemory> {
    private final Map<Level, LimitMemory> limits;

    Kept(Map<Level, LimitMemory> limits) {
      this.limits = limits;
    }

    @Override
    public @Nullable LimitMemory get(@Nullable Object level) {
      return limits.get(level);
    }

    @Override
    public int size() {
      return limits.size();
    }

    @Override
    public Set<Entry<Level, LimitMemory>> entrySet() {
      return limits.entrySet();
    }
  }

  /// The same after a reading of that time which changed nothing else.
  ClassifierMemory at(Instant time) {
    return new ClassifierMemory(limits, cumulative, time, rate);
  }

  /// What is remembered of a level's limit.
  public LimitMemory limit(Level level) {
    LimitMemory memory = limits.get(level);
    return memory == null ? LimitMemory.CLEAR : memory;
  }

  CumulativeMemory cumulative(int index) {
    return index < cumulative.size() ? cumulative.get(index) : CumulativeMemory.UNSPENT;
  }

  /// Whether the other memory decides the same from the next reading on, its newest time and the
  /// samples of its rate apart: those follow from the readings. What is alike in this sense need
  /// not be stored again.
  public boolean sameDecisions(ClassifierMemory other) {
    return limits.equals(other.limits)
        && cumulative.equals(other.cumulative)
        && rate.violated() == other.rate.violated();
  }

  /// Which band the device is in: the worst limit violated, critical before warning, warm before
  /// cold.
  public Band band() {
    if (limit(Level.HIGH_HIGH).violated()) {
      return Band.HIGH_HIGH;
    }
    if (limit(Level.LOW_LOW).violated()) {
      return Band.LOW_LOW;
    }
    if (limit(Level.HIGH).violated()) {
      return Band.HIGH;
    }
    return limit(Level.LOW).violated() ? Band.LOW : Band.NORMAL;
  }
}
