package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the tracker of a device's excursions needs to know of the readings before: explicit,
/// small and storable.
///
/// @param limits what the classifier remembers
/// @param spells what lasts, of each condition
public record ExcursionMemory(ClassifierMemory limits, Map<Condition, Spell> spells) {
  /// Nothing seen yet.
  public static final ExcursionMemory EMPTY = new ExcursionMemory(ClassifierMemory.EMPTY, Map.of());

  /// Nothing to remember but the newest reading's time.
  public static ExcursionMemory upTo(@Nullable Instant newest) {
    return new ExcursionMemory(new ClassifierMemory(Map.of(), List.of(), newest), Map.of());
  }

  public ExcursionMemory {
    spells = spells.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(spells));
  }

  /// Whether there is nothing in it but the newest time, so that it need not be stored.
  public boolean isCalm() {
    return spells.isEmpty()
        && limits.limits().isEmpty()
        && limits.rate().equals(RateMemory.NONE)
        && limits.cumulative().stream().allMatch(CumulativeMemory.UNSPENT::equals);
  }
}
