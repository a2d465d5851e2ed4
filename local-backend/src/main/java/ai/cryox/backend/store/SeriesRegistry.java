package ai.cryox.backend.store;

import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// All series, by device and by facility. Changed by the writer's thread, asked by any.
final class SeriesRegistry {
  private final Map<Schema, Map<String, Series>> byDevice = new EnumMap<>(Schema.class);
  private final Map<Long, Series> byKey = new ConcurrentHashMap<>();
  private final Map<Series, Set<String>> facilities = new ConcurrentHashMap<>();
  private long lastKey;
  private volatile long readings;

  SeriesRegistry() {
    for (Schema schema : Schema.values()) {
      byDevice.put(schema, new ConcurrentHashMap<>());
    }
  }

  @Nullable Series find(Schema schema, String deviceId) {
    return of(schema).get(deviceId);
  }

  @Nullable Series find(long key) {
    return byKey.get(key);
  }

  Collection<Series> all() {
    return byKey.values();
  }

  /// The series of one kind that have rows of a facility, or all of them for `null`.
  List<Series> of(Schema schema, @Nullable String facilityId) {
    List<Series> found = new ArrayList<>();
    for (Series series : of(schema).values()) {
      if (facilityId == null || facilities(series).contains(facilityId)) {
        found.add(series);
      }
    }
    return found;
  }

  private Map<String, Series> of(Schema schema) {
    Map<String, Series> series = byDevice.get(schema);
    if (series == null) {
      throw new AssertionError("no series of " + schema);
    }
    return series;
  }

  Series add(Schema schema, String deviceId) {
    return restore(lastKey + 1, schema, deviceId);
  }

  Series restore(long key, Schema schema, String deviceId) {
    Series series = new Series(key, deviceId, schema);
    lastKey = Math.max(lastKey, key);
    byKey.put(key, series);
    facilities.put(series, new CopyOnWriteArraySet<>());
    of(schema).put(deviceId, series);
    return series;
  }

  /// Takes note that a series speaks of a facility.
  ///
  /// @return whether that is new
  boolean join(Series series, String facilityId) {
    return !series.isLastFacility(facilityId) && facilities(series).add(facilityId);
  }

  Set<String> facilities(Series series) {
    return facilities.getOrDefault(series, Set.of());
  }

  /// Readings that are stored.
  long readings() {
    return readings;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void count(long more) {
    readings += more;
  }
}
