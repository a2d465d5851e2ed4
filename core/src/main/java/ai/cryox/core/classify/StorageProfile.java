package ai.cryox.core.classify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a kind of stock may be kept at.
///
/// @param id short and lasting: what the registry stores
/// @param name for people
/// @param limits at most one for each level
/// @param cumulative budgets of time beyond a temperature
/// @param rate how fast its temperature may change, or `null` if that does not matter
public record StorageProfile(
    String id,
    String name,
    Map<Level, Limit> limits,
    List<CumulativeLimit> cumulative,
    @Nullable RateLimit rate) {
  public StorageProfile {
    limits = ordered(limits);
    cumulative = List.copyOf(cumulative);
  }

  /// Every reading asks for its limits: an EnumMap answers without hashing.
  private static Map<Level, Limit> ordered(Map<Level, Limit> limits) {
    Map<Level, Limit> copy = new EnumMap<>(Level.class);
    copy.putAll(limits);
    return Collections.unmodifiableMap(copy);
  }

  /// A profile that lets a temperature change as fast as it likes.
  public StorageProfile(
      String id, String name, Map<Level, Limit> limits, List<CumulativeLimit> cumulative) {
    this(id, name, limits, cumulative, null);
  }

  /// Why this profile makes no sense, a sentence for each reason; empty if it does.
  public List<String> problems() {
    return ProfileProblems.of(this);
  }

  /// The limit of a level, or `null` if the profile has none there.
  public @Nullable Limit limit(Level level) {
    return limits.get(level);
  }

  /// The warmest temperature still in range, °C: the high limit, else the high-high; +∞ without.
  public double top() {
    Limit limit = limits.containsKey(Level.HIGH) ? limit(Level.HIGH) : limit(Level.HIGH_HIGH);
    return limit == null ? Double.POSITIVE_INFINITY : limit.value();
  }

  /// The coldest temperature still in range, °C: the low limit, else the low-low; −∞ without.
  public double bottom() {
    Limit limit = limits.containsKey(Level.LOW) ? limit(Level.LOW) : limit(Level.LOW_LOW);
    return limit == null ? Double.NEGATIVE_INFINITY : limit.value();
  }

  /// This profile with a device's own pair of thresholds in place of all its level limits. A
  /// threshold says when it is critical and keeps this profile's critical deadband and delays; a
  /// side without one has no limit.
  public StorageProfile withThresholds(AlertThresholds own) {
    Map<Level, Limit> replaced = new EnumMap<>(Level.class);
    put(replaced, Level.HIGH_HIGH, own.temperatureHigh());
    put(replaced, Level.LOW_LOW, own.temperatureLow());
    return new StorageProfile(id, name + ", own limits", replaced, cumulative, rate);
  }

  private void put(Map<Level, Limit> into, Level level, @Nullable Double value) {
    if (value != null) {
      Limit like = limit(level);
      into.put(level, like == null ? Limit.at(value) : like.movedTo(value));
    }
  }
}
